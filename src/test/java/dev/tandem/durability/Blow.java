package dev.tandem.durability;

import static org.awaitility.Awaitility.await;

import dev.tandem.database.HomeDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Which processes {@code kill -9} strikes, and in which order. */
enum Blow {
  /** The program alone; its database goes on and must be taken over. */
  PROGRAM {
    @Override
    void strike(ProcessHandle program, HomeDatabase database) {
      kill(Stream.of(program));
    }
  },
  /** The program, its readers of files and the database at once. */
  EVERYTHING {
    @Override
    void strike(ProcessHandle program, HomeDatabase database) {
      kill(
          Stream.of(Stream.of(program), program.descendants(), database.processes())
              .flatMap(these -> these));
    }
  },
  /** The database, and the program while it notices. */
  DATABASE_FIRST {
    @Override
    void strike(ProcessHandle program, HomeDatabase database) {
      kill(database.processes());
      kill(Stream.concat(Stream.of(program), program.descendants()));
    }
  };

  /** Returns when all that were struck are dead. */
  abstract void strike(ProcessHandle program, HomeDatabase database);

  private static void kill(Stream<ProcessHandle> processes) {
    var victims = processes.toList();
    victims.forEach(ProcessHandle::destroyForcibly);
    await().atMost(Duration.ofMinutes(1)).until(() -> allDead(victims));
  }

  /** A dead process that nobody has taken note of yet has no program any more. */
  private static boolean allDead(List<ProcessHandle> victims) {
    return victims.stream().noneMatch(one -> one.isAlive() && one.info().command().isPresent());
  }
}
