/** Draws nodes in the shape of their type with a rim of paper; one program for all of them, so that it also does for large graphs. */
import { NodeProgram } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { type Mood, setView } from './mood.ts'
import { uploadsChanges } from './uploads.ts'

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_mark;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_dim;
varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_chosen;
varying float v_alpha;
void main() {
  float chosen = mod(floor(a_mark / 32.0), 2.0);
  float near = mod(floor(a_mark / 16.0), 2.0);
  v_shape = mod(a_mark, 16.0);
  v_radius = a_size / u_sizeRatio;
  // a star is the widest; rim and ring lie outside the shape
  float reach = v_radius * 1.3 + 2.0 + chosen * 3.5;
  v_at = a_corner * reach;
  vec2 position = a_position + a_corner * reach * 2.0 * u_correctionRatio;
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);
  v_chosen = chosen;
  v_alpha = near + chosen > 0.0 ? 1.0 : u_dim;
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_color.a *= 255.0 / 254.0;
}`

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_chosen;
varying float v_alpha;
uniform vec3 u_paper;
uniform vec3 u_accent;
uniform float u_pixel;

float polygon(vec2 p, float count, float apothem, float turn) {
  float step = 6.2831853 / count;
  float angle = atan(p.y, p.x) + turn;
  float k = floor(angle / step + 0.5) * step;
  return cos(k - angle) * length(p) - apothem;
}
float star(vec2 p, float r) {
  float step = 6.2831853 / 5.0;
  float angle = abs(mod(atan(p.x, p.y) + step * 0.5, step) - step * 0.5);
  vec2 q = length(p) * vec2(cos(angle), sin(angle));
  vec2 a = vec2(1.25 * r, 0.0);
  vec2 b = 0.56 * r * vec2(cos(step * 0.5), sin(step * 0.5));
  vec2 e = b - a;
  vec2 n = normalize(vec2(-e.y, e.x));
  return -dot(q - a, n) * (dot(-a, n) < 0.0 ? -1.0 : 1.0);
}
/** Pixels from the outline, negative inside. */
float outline(vec2 p, float shape, float r) {
  if (shape < 1.5 || (shape > 4.5 && shape < 5.5) || shape > 9.5) return length(p) - r;
  if (shape < 2.5) return (abs(p.x) + abs(p.y) - 1.16 * r) * 0.70711;
  if (shape < 3.5) return polygon(p, 6.0, 0.918 * r, 0.0);
  if (shape < 4.5) return polygon(p, 6.0, 0.918 * r, 0.5235988);
  if (shape < 6.5) return max(abs(p.x), abs(p.y)) - 0.86 * r;
  if (shape < 7.5) {
    vec2 q = abs(p) - 0.54 * r;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - 0.34 * r;
  }
  if (shape < 8.5) {
    vec2 q = vec2(abs(p.x), p.y);
    return max(dot(q - vec2(0.0, 1.12 * r), vec2(0.8716, 0.4902)), -p.y - 0.8 * r);
  }
  return star(p, r);
}
void main() {
  float d = outline(v_at, v_shape, v_radius);
#ifdef PICKING_MODE
  if (d > 2.0) discard;
  gl_FragColor = v_color;
#else
  float soft = u_pixel;
  float rim = 1.5;
  float ring = v_chosen * 3.0;
  float cover = 1.0 - smoothstep(rim + ring - soft * 0.5, rim + ring + soft * 0.5, d);
  if (cover <= 0.0) discard;
  vec3 colour = v_color.rgb;
  float inner = 1.0 - smoothstep(-soft * 0.5, soft * 0.5, d);
  float band = max(1.6, 0.17 * v_radius);
  float centre = length(v_at);
  if (v_shape > 0.5 && v_shape < 1.5)
    inner *= 1.0 - smoothstep(-soft * 0.5, soft * 0.5, -d - band) * smoothstep(-soft * 0.5, soft * 0.5, d + 2.0 * band);
  else if (v_shape > 4.5 && v_shape < 5.5)
    inner *= smoothstep(-soft * 0.5, soft * 0.5, centre - 0.46 * v_radius);
  else if (v_shape > 3.5 && v_shape < 4.5)
    inner *= smoothstep(-soft * 0.5, soft * 0.5, centre - 0.36 * v_radius);
  vec3 outer = v_chosen > 0.5 && d > rim ? u_accent : u_paper;
  vec3 drawn = mix(outer, colour, inner);
  float alpha = cover * v_alpha * v_color.a;
  gl_FragColor = vec4(drawn * alpha, alpha);
#endif
}`

const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext

/** @param mood what is dimmed, and the colours of paper and accent; read at every frame */
export function nodeProgram(mood: Mood) {
  class ShapeProgram extends NodeProgram {
    getDefinition() {
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: WebGLRenderingContext.TRIANGLE_STRIP,
        UNIFORMS: [
          'u_matrix',
          'u_sizeRatio',
          'u_correctionRatio',
          'u_dim',
          'u_paper',
          'u_accent',
          'u_pixel',
        ] as string[],
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_mark', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      }
    }
    processVisibleItem(index: number, start: number, data: NodeDisplayData & { mark?: number }) {
      const { array } = this
      array[start] = data.x
      array[start + 1] = data.y
      array[start + 2] = data.size
      array[start + 3] = data.mark ?? 0
      array[start + 4] = floatColor(data.color)
      array[start + 5] = index
    }
    setUniforms(
      params: RenderParams,
      { gl, uniformLocations: at }: Parameters<NodeProgram['setUniforms']>[1],
    ) {
      const u = at as Record<string, WebGLUniformLocation>
      setView(gl, u, params, mood)
      gl.uniform3fv(u.u_paper ?? null, mood.paper)
      gl.uniform3fv(u.u_accent ?? null, mood.accent)
      gl.uniform1f(u.u_pixel ?? null, 1 / params.pixelRatio + 0.35)
    }
  }
  return uploadsChanges(ShapeProgram)
}
