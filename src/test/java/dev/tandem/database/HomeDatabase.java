package dev.tandem.database;

import dev.tandem.shared.PrivateFile;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The embedded database of a home that another process serves, seen past the program. */
public record HomeDatabase(TandemHome home) {

  /** As the role that owns the tables. */
  public Connection connect() throws IOException, SQLException {
    var folder = home.postgres();
    var port = Integer.parseInt(PrivateFile.read(folder.resolve("port")));
    return DriverManager.getConnection(
        AdminConnection.url(port, EmbeddedPostgres.TANDEM),
        EmbeddedPostgres.TANDEM,
        PrivateFile.read(folder.resolve("password")));
  }

  /** The server and everything it forked; none when it is down. */
  public Stream<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .command()
                    .filter(command -> Path.of(command).startsWith(home.postgres()))
                    .isPresent());
  }
}
