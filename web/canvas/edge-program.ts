/** Draws edges: curved where several run between two nodes; solid, dashed or dotted; with an arrow when asked. */
import { EdgeProgram } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { type Mood, setView } from './mood.ts'
import { uploadsChanges } from './uploads.ts'

const SEGMENTS = 14

const VERTEX = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_thickness;
attribute float a_curve;
attribute float a_radius;
attribute float a_mark;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec3 a_strip;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_dim;
varying vec4 v_color;
varying float v_side;
varying float v_half;
varying float v_along;
varying float v_style;
varying float v_head;
void main() {
  float near = mod(floor(a_mark / 8.0), 2.0);
  float arrow = mod(floor(a_mark / 4.0), 2.0);
  v_style = mod(a_mark, 4.0);
  float pixel = 2.0 * u_correctionRatio;
  vec2 chord = a_end - a_start;
  float span = max(length(chord), pixel);
  vec2 across = vec2(-chord.y, chord.x) / span;
  vec2 control = (a_start + a_end) * 0.5 + across * a_curve * span;
  float thickness = a_thickness / sqrt(u_sizeRatio);
  float head = arrow * (5.0 + 2.0 * thickness) * pixel / span;
  float last = max(1.0 - arrow * (a_radius / u_sizeRatio + 3.0) * pixel / span, 0.0);
  float base = max(last - head, 0.0);
  float t = a_strip.z > 1.5 ? last : a_strip.z > 0.5 ? base : a_strip.x * base;
  vec2 at = (1.0 - t) * (1.0 - t) * a_start + 2.0 * (1.0 - t) * t * control + t * t * a_end;
  vec2 tangent = normalize((1.0 - t) * (control - a_start) + t * (a_end - control));
  v_half = thickness * 0.5;
#ifdef PICKING_MODE
  v_half += 3.0;
#endif
  float reach = a_strip.z > 1.5 ? 0.0 : a_strip.z > 0.5 ? 2.2 + thickness : v_half + 1.0;
  v_side = a_strip.y * reach;
  v_head = a_strip.z > 0.5 ? 1.0 : 0.0;
  v_along = t * span / pixel;
  at += vec2(-tangent.y, tangent.x) * v_side * pixel;
  gl_Position = vec4((u_matrix * vec3(at, 1.0)).xy, 0.0, 1.0);
#ifdef PICKING_MODE
  v_color = a_id;
  v_color.a *= 255.0 / 254.0;
#else
  v_color = a_color;
  v_color.a *= 255.0 / 254.0 * (near > 0.0 ? 1.0 : u_dim);
#endif
}`

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_side;
varying float v_half;
varying float v_along;
varying float v_style;
varying float v_head;
void main() {
  float cover = v_head > 0.5 ? 1.0 : 1.0 - smoothstep(v_half - 0.35, v_half + 0.65, abs(v_side));
#ifdef PICKING_MODE
  if (abs(v_side) > v_half + 1.0) discard;
  gl_FragColor = v_color;
#else
  if (v_head < 0.5 && v_style > 1.5) {
    float period = max(5.0, v_half * 5.0);
    float dot_ = length(vec2(mod(v_along, period) - period * 0.5, v_side));
    cover = 1.0 - smoothstep(v_half * 1.2, v_half * 1.2 + 0.9, dot_);
  } else if (v_head < 0.5 && v_style > 0.5) {
    float at = mod(v_along, 11.0);
    cover *= 1.0 - smoothstep(6.5, 7.2, at) * (1.0 - smoothstep(10.3, 11.0, at));
  }
  float alpha = cover * v_color.a;
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
#endif
}`

const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext
/** Along the line, which side of it, and 1 for the arrow's base, 2 for its tip. */
const STRIP = [
  ...Array.from({ length: SEGMENTS + 1 }, (_, i) => [
    [i / SEGMENTS, -1, 0],
    [i / SEGMENTS, 1, 0],
  ]).flat(),
  [1, -1, 1],
  [1, 1, 1],
  [1, 0, 2],
]

export interface DrawnEdge extends EdgeDisplayData {
  curve?: number
  mark?: number
}

export function edgeProgram(mood: Mood) {
  class LineProgram extends EdgeProgram {
    getDefinition() {
      return {
        VERTICES: STRIP.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: WebGLRenderingContext.TRIANGLE_STRIP,
        UNIFORMS: ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_dim'] as string[],
        ATTRIBUTES: [
          { name: 'a_start', size: 2, type: FLOAT },
          { name: 'a_end', size: 2, type: FLOAT },
          { name: 'a_thickness', size: 1, type: FLOAT },
          { name: 'a_curve', size: 1, type: FLOAT },
          { name: 'a_radius', size: 1, type: FLOAT },
          { name: 'a_mark', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_strip', size: 3, type: FLOAT }],
        CONSTANT_DATA: STRIP,
      }
    }
    processVisibleItem(
      index: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: DrawnEdge,
    ) {
      const { array } = this
      array[start] = source.x
      array[start + 1] = source.y
      array[start + 2] = target.x
      array[start + 3] = target.y
      array[start + 4] = data.size || 1
      array[start + 5] = data.curve ?? 0
      array[start + 6] = target.size
      array[start + 7] = data.mark ?? 0
      array[start + 8] = floatColor(data.color)
      array[start + 9] = index
    }
    setUniforms(
      params: RenderParams,
      { gl, uniformLocations: at }: Parameters<EdgeProgram['setUniforms']>[1],
    ) {
      setView(gl, at as Record<string, WebGLUniformLocation>, params, mood)
    }
  }
  return uploadsChanges(LineProgram)
}

const LINE_VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_mark;
attribute vec4 a_color;
uniform mat3 u_matrix;
uniform float u_dim;
varying vec4 v_color;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  float near = mod(floor(a_mark / 8.0), 2.0);
  float alpha = a_color.a * (near > 0.0 ? 1.0 : u_dim);
  v_color = vec4(a_color.rgb * alpha, alpha);
}`
const LINE_FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
void main() { gl_FragColor = v_color; }`

/** One pixel wide and straight: for graphs of more lines than can be told apart. */
export function thinEdgeProgram(mood: Mood) {
  class ThinProgram extends EdgeProgram {
    getDefinition() {
      return {
        VERTICES: 2,
        VERTEX_SHADER_SOURCE: LINE_VERTEX,
        FRAGMENT_SHADER_SOURCE: LINE_FRAGMENT,
        METHOD: WebGLRenderingContext.LINES,
        UNIFORMS: ['u_matrix', 'u_dim'] as string[],
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_mark', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
      }
    }
    processVisibleItem(
      _index: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: DrawnEdge,
    ) {
      const { array } = this
      const colour = floatColor(data.color)
      array[start] = source.x
      array[start + 1] = source.y
      array[start + 2] = data.mark ?? 0
      array[start + 3] = colour
      array[start + 4] = target.x
      array[start + 5] = target.y
      array[start + 6] = data.mark ?? 0
      array[start + 7] = colour
    }
    setUniforms(
      params: RenderParams,
      { gl, uniformLocations: at }: Parameters<EdgeProgram['setUniforms']>[1],
    ) {
      setView(gl, at as Record<string, WebGLUniformLocation>, params, mood)
    }
  }
  return uploadsChanges(ThinProgram)
}
