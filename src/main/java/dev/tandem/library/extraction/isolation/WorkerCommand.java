package dev.tandem.library.extraction.isolation;

import dev.tandem.library.extraction.worker.WorkerMain;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** How a worker is started: from the classes of a build, or from inside the executable jar. */
final class WorkerCommand {
  /** By it the server tells running out of memory from any other death. */
  static final int EXIT_OUT_OF_MEMORY = 3;

  private static final String JAR_LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";
  private static final Path NICE = Path.of("/usr/bin/nice");

  /** No passwords, tokens or proxies from the server's environment. */
  private static final Set<String> KEPT =
      Set.of(
          "PATH", "SystemRoot", "windir", "LANG", "LC_ALL", "FONTCONFIG_PATH", "FONTCONFIG_FILE");

  private WorkerCommand() {}

  /**
   * Ready to start.
   *
   * @param folder the worker's own, for its temporary files
   */
  static ProcessBuilder in(Path folder, DataSize heap) throws IOException {
    var options = folder.resolve("options");
    Files.write(options, options(folder, heap).stream().map(WorkerCommand::quoted).toList());
    var command = new ArrayList<String>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", "10"));
    }
    command.add(ProcessHandle.current().info().command().orElseGet(WorkerCommand::javaOfThisHome));
    command.add("@" + options);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().retainAll(KEPT);
    return builder;
  }

  private static List<String> options(Path folder, DataSize heap) {
    var options =
        new ArrayList<>(
            List.of(
                "-Xmx" + heap.toMegabytes() + "m",
                "-Xms16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Djava.util.prefs.userRoot=" + folder,
                "-Dlogback.configurationFile=extraction-worker-logback.xml"));
    var jar = executableJar();
    if (jar == null) {
      options.addAll(
          List.of(
              "-cp", absolute(System.getProperty("java.class.path")), WorkerMain.class.getName()));
    } else {
      options.addAll(
          List.of(
              "-Dloader.main=" + WorkerMain.class.getName(), "-cp", jar.toString(), JAR_LAUNCHER));
    }
    return options;
  }

  /** The jar this program runs from, {@code jar:nested:/path/tandem.jar/!BOOT-INF/classes/!/}. */
  private static @Nullable Path executableJar() {
    var location =
        URI.create(WorkerMain.class.getProtectionDomain().getCodeSource().getLocation().toString())
            .toString();
    var prefix = "jar:nested:";
    int inside = location.indexOf("/!");
    if (!location.startsWith(prefix) || inside < 0) {
      return null;
    }
    var path =
        URLDecoder.decode(
            location.substring(prefix.length(), inside).replace("+", "%2B"),
            StandardCharsets.UTF_8);
    // a Windows path stands behind one more slash
    return Path.of(path.matches("/[A-Za-z]:.*") ? path.substring(1) : path).toAbsolutePath();
  }

  /** The worker runs in another folder. */
  private static String absolute(String classPath) {
    var entries = new ArrayList<String>();
    for (var entry : classPath.split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String javaOfThisHome() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** As the java launcher reads its option files. */
  private static String quoted(String option) {
    return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
