package dev.tandem;

import dev.tandem.CommandNote.Answer;
import dev.tandem.CommandNote.Request;
import dev.tandem.shared.BesideServer;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The server's side of {@link CommandNote}: looks each second whether commands ask. */
@Component
@Profile("!command")
class CommandDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

  private final TandemHome home;
  private final ApplicationContext program;

  CommandDesk(TandemHome home, ApplicationContext program) {
    this.home = home;
    this.program = program;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void look() {
    try {
      for (var note : CommandNote.waiting(home)) {
        var request = note.take();
        if (request != null) note.tell(answer(request));
      }
    } catch (IOException e) {
      LOG.warn("A command that asks the server gets no answer: {}", e.toString());
    }
  }

  private Answer answer(Request request) {
    var out = new StringWriter();
    var err = new StringWriter();
    var runtime = new Served(program, request.input(), new PrintWriter(out), new PrintWriter(err));
    var exitCode =
        CommandLineLauncher.commandLine(runtime)
            .setExecutionStrategy(CommandDesk::onlyBesideServer)
            .execute(request.words().toArray(String[]::new));
    runtime.out().flush();
    runtime.err().flush();
    return new Answer(exitCode, out.toString(), err.toString());
  }

  private static int onlyBesideServer(ParseResult parsed) {
    var command = parsed.asCommandLineList().getLast();
    var name = command.getCommandSpec().qualifiedName();
    if (!(command.getCommand() instanceof BesideServer))
      throw new IllegalStateException(name + " does not work beside a server");
    LOG.info("The command line asked for '{}'", name); // no more: passwords are among the rest
    return new CommandLine.RunLast().execute(parsed);
  }

  /** The server, for a command. */
  private record Served(
      ApplicationContext program, String firstLineOfInput, PrintWriter out, PrintWriter err)
      implements CommandRuntime {
    @Override
    public <T> T get(Class<T> type) {
      return program.getBean(type);
    }
  }
}
