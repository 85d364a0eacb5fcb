package dev.tandem.library.intake;

/** A file that was looked at and read, but not stored yet. */
public sealed interface Prepared {
  IncomingFile incoming();

  /** Nothing to store. */
  record Settled(IncomingFile incoming, IngestionOutcome outcome) implements Prepared {}

  /** To be stored by {@link FileIngestion#store}. */
  final class Ready implements Prepared {
    private final IncomingFile incoming;
    private final Reading reading;

    Ready(IncomingFile incoming, Reading reading) {
      this.incoming = incoming;
      this.reading = reading;
    }

    @Override
    public IncomingFile incoming() {
      return incoming;
    }

    Reading reading() {
      return reading;
    }
  }
}
