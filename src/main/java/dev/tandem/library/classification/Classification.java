package dev.tandem.library.classification;

import dev.tandem.library.Label;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.List;

/** The guesses about one asset, all of origin INFERRED. */
public record Classification(
    Label<ContentType> type,
    List<Label<JourneyStage>> stages,
    List<Label<Term>> terms,
    Label<Audience> audience) {}
