package dev.tandem.taxonomy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What kind of thing an asset is, with the names by which people know it. */
public enum ContentType {
  BLOG_POST("Blog post", "blog", "article", "post", "blog article"),
  EBOOK("E-book", "ebook", "e book", "electronic book"),
  WHITE_PAPER("White paper", "whitepaper", "position paper", "wp"),
  INFOGRAPHIC("Infographic", "info graphic"),
  REPORT("Report", "study", "survey", "research report", "benchmark report", "analyst report"),
  WEBINAR("Webinar", "web seminar", "webcast", "webinar recording"),
  VIDEO("Video", "film", "clip", "explainer video"),
  PODCAST("Podcast", "podcast episode", "audio"),
  SOLUTION_BRIEF("Solution brief", "solution sheet", "solution overview", "product brief"),
  DATA_SHEET("Data sheet", "datasheet", "spec sheet", "technical data sheet", "fact sheet"),
  COMPARISON("Comparison", "competitor comparison", "versus page", "comparison guide"),
  BATTLECARD("Battlecard", "battle card", "kill sheet", "competitive card"),
  BUYERS_GUIDE("Buyer's guide", "buyers guide", "buying guide", "purchase guide"),
  CASE_STUDY("Case study", "customer story", "success story", "customer case", "testimonial"),
  ROI_CALCULATOR("ROI calculator", "calculator", "savings calculator", "tco calculator"),
  BUSINESS_CASE("Business case", "value case", "business justification"),
  PRICING("Pricing", "price list", "prices", "price sheet", "pricing guide", "rate card"),
  PROPOSAL("Proposal", "quote", "offer", "sales proposal"),
  SECURITY(
      "Security and compliance",
      "security",
      "security paper",
      "compliance",
      "trust",
      "security overview"),
  REFERENCE("Reference", "customer reference", "reference call", "reference letter"),
  DEMO("Demo", "product demo", "demonstration", "interactive demo", "product tour"),
  TEMPLATE("Template", "form", "checklist", "worksheet", "mutual action plan"),
  HOW_TO("How-to", "how to", "howto", "tutorial", "guide", "instructions", "manual"),
  ONBOARDING_GUIDE(
      "Onboarding guide", "onboarding", "getting started", "implementation guide", "quick start"),
  RELEASE_NOTES("Release notes", "changelog", "what is new", "release note", "product update"),
  ONE_PAGER("One-pager", "one pager", "onepager", "flyer", "leaflet"),
  PRESENTATION("Presentation", "deck", "slides", "slide deck", "pitch deck", "sales deck"),
  EMAIL("E-mail", "email", "e mail", "email template", "mail", "outreach template"),
  OTHER("Other", "misc", "miscellaneous", "unknown");

  private static final Map<String, ContentType> BY_NAME = new HashMap<>();

  static {
    for (var type : values()) {
      type.remember(type.name());
      type.remember(type.label);
      type.synonyms.forEach(type::remember);
    }
  }

  private final String label;
  private final List<String> synonyms;

  ContentType(String label, String... synonyms) {
    this.label = label;
    this.synonyms = List.of(synonyms);
  }

  private void remember(String name) {
    var key = Term.normalize(name);
    BY_NAME.put(key, this);
    BY_NAME.put(key + "s", this);
    if (key.endsWith("y")) BY_NAME.put(key.substring(0, key.length() - 1) + "ies", this);
  }

  /** The name in files and JSON, such as {@code case_study}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public String label() {
    return label;
  }

  /** Other names by which people call it, in English. */
  public List<String> synonyms() {
    return synonyms;
  }

  /** Reads ids, labels, synonyms and plurals in any case, with spaces, hyphens or underscores. */
  public static Optional<ContentType> parse(String text) {
    return Optional.ofNullable(BY_NAME.get(Term.normalize(text)));
  }
}
