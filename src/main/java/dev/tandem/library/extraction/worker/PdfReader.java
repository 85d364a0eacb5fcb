package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import dev.tandem.library.extraction.PageUnit;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;

/** PDF, page by page. Scripts, forms and attachments inside are ignored. */
final class PdfReader implements DocumentReader {
  private static final int MOST_PAGES = 3_000;
  private static final long IN_MEMORY = 32 << 20;
  private static final long ON_DISK = 1L << 30;

  /** Streams beyond a little memory go to the worker's own temporary folder. */
  static PDDocument open(SourceFile file) throws IOException {
    return Loader.loadPDF(
        file.path().toFile(), MemoryUsageSetting.setupMixed(IN_MEMORY, ON_DISK).streamCache);
  }

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    draft.unit(PageUnit.PAGE);
    try (var document = open(file)) {
      var about = document.getDocumentInformation();
      draft.title(about.getTitle());
      draft.description(about.getSubject());
      draft.author(about.getAuthor());
      draft.created(Dates.day(about.getCreationDate()));
      var root = document.getDocumentCatalog();
      draft.language(root.getLanguage());
      var lines = PdfLines.of(document, MOST_PAGES, draft.limit());
      if (lines.pageCount() == 0) {
        throw new UnreadableFile(
            Reason.CORRUPT, "The PDF has no pages: it is damaged. Export it again.");
      }
      if (document.getNumberOfPages() > MOST_PAGES) {
        draft.warn("Only the first %,d pages were read.".formatted(MOST_PAGES));
      }
      lines.writeTo(draft);
    }
  }
}
