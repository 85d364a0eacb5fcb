package dev.tandem;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program: its command line decides whether it serves the web or does one job and ends. */
@SpringBootApplication
@EnableScheduling
@Modulithic(
    systemName = "Tandem",
    sharedModules = {"shared", "database"})
public class TandemApplication {
  public static void main(String[] args) {
    int exitCode = CommandLineLauncher.launch(args);
    if (exitCode != CommandLineLauncher.KEEP_RUNNING) System.exit(exitCode);
  }
}
