package dev.tandem;

import dev.tandem.shared.BesideServer;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.StartRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** Reads the command line and runs the one command it names. */
final class CommandLineLauncher {

  /** The exit code of {@code serve}: the web server goes on after its command has returned. */
  static final int KEEP_RUNNING = -1;

  /** In the place of what fails because the program is being ended. */
  private static final String STOPPED = "Stopped before it was done; run the same command again.";

  private CommandLineLauncher() {}

  static int launch(String... args) {
    try (var runtime = new ProgramRuntime()) {
      return commandLine(runtime).execute(args.length == 0 ? new String[] {"serve"} : args);
    }
  }

  static CommandLine commandLine(CommandRuntime runtime) {
    var commandLine = new CommandLine(new TandemCommand(), factory(runtime));
    commandLine.setOut(runtime.out()).setErr(runtime.err());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          var problem = failure;
          var held = StartRefusedException.homeHeldElsewhere(failure);
          try {
            if (held.isPresent() && command.getCommand() instanceof BesideServer beside)
              return new CommandByServer(held.get(), runtime)
                  .run(parsed.expandedArgs(), beside.input());
          } catch (IOException noNote) {
            problem = noNote;
          }
          var said = runtime.isStopped() ? STOPPED : rootMessage(problem);
          command.getErr().println(command.getColorScheme().errorText(said));
          return CommandLine.ExitCode.SOFTWARE;
        });
    return commandLine;
  }

  private static CommandLine.IFactory factory(CommandRuntime runtime) {
    var fallback = CommandLine.defaultFactory();
    return new CommandLine.IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors())
          if (constructor.getParameterCount() == 1
              && constructor.getParameterTypes()[0] == CommandRuntime.class)
            return type.cast(constructor.newInstance(runtime));
        return fallback.create(type);
      }
    };
  }

  /** The innermost message says what went wrong; what wraps it only says where. */
  static String rootMessage(Throwable failure) {
    var root = failure;
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefusedException refused)
        return refused.getMessage() + System.lineSeparator() + refused.remedy();
      if (cause instanceof PortInUseException taken)
        return "Port %d is in use by another program.%nStop that one, or choose another port with --port or SERVER_PORT."
            .formatted(taken.getPort());
      root = cause;
    }
    var message = root.getMessage();
    return message == null || message.isBlank() ? root.toString() : message;
  }

  /** Starts the program without a web server, once, when a command first needs it. */
  private static final class ProgramRuntime implements CommandRuntime, AutoCloseable {
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    private @Nullable ConfigurableApplicationContext context;

    @Override
    public <T> T get(Class<T> type) {
      if (context == null) context = start();
      return context.getBean(type);
    }

    /** What the program and its libraries print on the way must not stand between the results. */
    private static ConfigurableApplicationContext start() {
      System.setOut(System.err);
      return new SpringApplicationBuilder(TandemApplication.class)
          .web(WebApplicationType.NONE)
          .profiles("command")
          .logStartupInfo(false)
          .run();
    }

    @Override
    public PrintWriter out() {
      return out;
    }

    @Override
    public PrintWriter err() {
      return err;
    }

    @Override
    public boolean isStopped() {
      return context != null && context.isClosed();
    }

    @Override
    public void close() {
      if (context != null) context.close();
      out.flush();
      err.flush();
    }
  }
}
