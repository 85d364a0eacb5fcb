package dev.tandem.library.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.taxonomy.ContentType;

/** The picture that stands for a content type wherever an asset has none of its own. */
public final class TypeIcon {
  private TypeIcon() {}

  public static VaadinIcon of(ContentType type) {
    return switch (type) {
      case BLOG_POST, RELEASE_NOTES -> VaadinIcon.NEWSPAPER;
      case EBOOK, WHITE_PAPER, REPORT -> VaadinIcon.BOOK;
      case INFOGRAPHIC -> VaadinIcon.CHART_GRID;
      case WEBINAR, PRESENTATION -> VaadinIcon.PRESENTATION;
      case VIDEO, DEMO -> VaadinIcon.MOVIE;
      case PODCAST -> VaadinIcon.HEADPHONES;
      case COMPARISON, BATTLECARD, BUYERS_GUIDE -> VaadinIcon.SCALE;
      case CASE_STUDY, REFERENCE -> VaadinIcon.TROPHY;
      case ROI_CALCULATOR, BUSINESS_CASE -> VaadinIcon.CALC_BOOK;
      case PRICING, PROPOSAL -> VaadinIcon.MONEY;
      case SECURITY -> VaadinIcon.LOCK;
      case HOW_TO, ONBOARDING_GUIDE -> VaadinIcon.LIGHTBULB;
      case EMAIL -> VaadinIcon.ENVELOPE_O;
      case SOLUTION_BRIEF, DATA_SHEET, ONE_PAGER, TEMPLATE, OTHER -> VaadinIcon.FILE_TEXT_O;
    };
  }
}
