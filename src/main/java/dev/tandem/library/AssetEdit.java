package dev.tandem.library;

import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a person about an asset. What was decided is never overwritten by an import; a
 * label set or confirmed here has the origin {@link LabelOrigin#CONFIRMED}.
 */
public sealed interface AssetEdit {
  AssetField field();

  /** Approves what the field says now, all values of it. */
  record Confirm(AssetField field) implements AssetEdit {}

  /** Approves one stage; the others stay as they are. */
  record ConfirmStage(JourneyStage value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.STAGES;
    }
  }

  /** Approves one term; the others stay as they are. */
  record ConfirmTerm(Term value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.of(value.dimension());
    }
  }

  /** Takes one stage away and keeps imports from inferring it again. */
  record RefuseStage(JourneyStage value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.STAGES;
    }
  }

  /** Takes one term away and keeps imports from inferring it again. */
  record RefuseTerm(Term value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.of(value.dimension());
    }
  }

  /** 1 to 500 characters. */
  record Title(String value) implements AssetEdit {
    public Title {
      value = value.strip();
      if (value.isEmpty() || value.length() > 500)
        throw new IllegalArgumentException("a title has 1 to 500 characters");
    }

    @Override
    public AssetField field() {
      return AssetField.TITLE;
    }
  }

  record Description(String value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.DESCRIPTION;
    }
  }

  record Type(ContentType value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.TYPE;
    }
  }

  /** The main stage first. */
  record Stages(List<JourneyStage> values) implements AssetEdit {
    public Stages {
      values = values.stream().distinct().toList();
    }

    @Override
    public AssetField field() {
      return AssetField.STAGES;
    }
  }

  /** All terms of one vocabulary by name; unknown names become new terms. */
  record Terms(Dimension dimension, List<String> names) implements AssetEdit {
    public Terms {
      names = List.copyOf(names);
    }

    @Override
    public AssetField field() {
      return AssetField.of(dimension);
    }
  }

  /** ISO 639-1 code, or "und". */
  record Language(String value) implements AssetEdit {
    public Language {
      value = value.strip().toLowerCase(Locale.ROOT);
      if (!value.matches("[a-z]{2,3}"))
        throw new IllegalArgumentException(
            "a language is a code such as en or de: '" + value + "'");
    }

    @Override
    public AssetField field() {
      return AssetField.LANGUAGE;
    }
  }

  record ForAudience(Audience value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.AUDIENCE;
    }
  }

  /** Publishes, takes back to draft, archives, or (from archived) restores. */
  record Status(AssetStatus value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.STATUS;
    }
  }

  /** An absolute http or https address, or null for none. */
  record Url(@Nullable String value) implements AssetEdit {
    public Url {
      if (value != null && !WebAddress.isOne(value))
        throw new IllegalArgumentException("not a web address (http or https): '" + value + "'");
    }

    @Override
    public AssetField field() {
      return AssetField.URL;
    }
  }

  record Owner(@Nullable String value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.OWNER;
    }
  }

  record Author(@Nullable String value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.AUTHOR;
    }
  }

  record PublishedOn(@Nullable LocalDate value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.PUBLISHED_ON;
    }
  }

  record ReviewBy(@Nullable LocalDate value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.REVIEW_BY;
    }
  }

  record ExpiresOn(@Nullable LocalDate value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.EXPIRES_ON;
    }
  }

  record Cost(@Nullable Money value) implements AssetEdit {
    @Override
    public AssetField field() {
      return AssetField.COST;
    }
  }

  record Tags(List<String> values) implements AssetEdit {
    public Tags {
      values = List.copyOf(values);
    }

    @Override
    public AssetField field() {
      return AssetField.TAGS;
    }
  }
}
