import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j server for the tests: java -cp 'lib/*' Launch.java PORT FOLDER PASSWORD [READ-ONLY DATABASE]. It ends when its standard input closes. */
public class Launch {
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        // a server that was here before has its password: the same one again would be refused
        boolean first = Files.notExists(folder.resolve("data"));
        Files.createDirectories(folder);
        var builder = new DatabaseManagementServiceBuilder(folder)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(args[0])))
                .setConfig(GraphDatabaseSettings.auth_enabled, true);
        if (args.length > 3) {
            builder.setConfig(GraphDatabaseSettings.read_only_databases, Set.of(args[3]));
        }
        var service = builder.build();
        if (first) {
            service.database("system").executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", args[2]));
        }
        System.out.println("ready");
        while (System.in.read() >= 0) {
        }
        service.shutdown();
    }
}
