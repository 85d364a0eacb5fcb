package dev.tandem;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the web UI and the API, and keeps them running. */
@Command(
    name = "serve",
    description = "Starts the web UI and the API (the default command).",
    mixinStandardHelpOptions = true)
class ServeCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--port",
      description = "The port to listen on (default: 8080, or server.port).",
      paramLabel = "PORT")
  private int port = -1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--sample", description = "Loads the sample company when the home is empty.")
  private boolean sample;

  @Override
  public Integer call() {
    if (port < -1 || port > LAST_PORT)
      throw new ParameterException(
          spec.commandLine(),
          "There is no port %d: they go from 0 to %d.".formatted(port, LAST_PORT));
    var settings = new LinkedHashMap<String, Object>();
    if (port >= 0) settings.put("server.port", port);
    settings.put("tandem.sample.load", sample);
    new SpringApplicationBuilder(TandemApplication.class)
        .web(WebApplicationType.SERVLET)
        .initializers(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("command line", settings)))
        .listeners(
            (ApplicationListener<WebServerInitializedEvent>)
                event -> port = event.getWebServer().getPort())
        .listeners(
            (ApplicationListener<ApplicationReadyEvent>)
                event -> System.out.println("Tandem answers at http://localhost:" + port))
        .run();
    return CommandLineLauncher.KEEP_RUNNING;
  }
}
