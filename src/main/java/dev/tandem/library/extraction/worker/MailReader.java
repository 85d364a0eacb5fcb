package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.PageUnit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.poi.hsmf.MAPIMessage;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** EML and MSG: the subject is the title; attachments are named, not read. */
final class MailReader implements DocumentReader {
  private static final int DEEPEST_PART = 20;

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    draft.unit(PageUnit.WHOLE);
    if (file.mediaType().equals(MediaTypes.MSG)) {
      readOutlook(file, draft);
    } else {
      readMime(file, draft);
    }
  }

  private static void readOutlook(SourceFile file, Draft draft) throws IOException {
    try (var mail = new MAPIMessage(file.path().toFile())) {
      mail.setReturnNullOnMissingChunk(true);
      draft.title(mail.getSubject());
      draft.author(mail.getDisplayFrom());
      draft.created(Dates.day(mail.getMessageDate()));
      var attachments = new ArrayList<String>();
      for (var attachment : mail.getAttachmentFiles()) {
        attachments.add(String.valueOf(attachment.getAttachLongFileName()));
      }
      warnOfAttachments(attachments, draft);
      write(mail.getHtmlBody(), mail.getTextBody(), draft);
    } catch (org.apache.poi.hsmf.exceptions.ChunkNotFoundException e) {
      throw new IOException(e);
    }
  }

  private static void readMime(SourceFile file, Draft draft) throws IOException {
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
    try (var in = file.open()) {
      var mail = builder.parseMessage(in);
      draft.title(mail.getSubject());
      if (mail.getFrom() != null && !mail.getFrom().isEmpty()) {
        var from = mail.getFrom().getFirst();
        draft.author(from.getName() == null ? from.getAddress() : from.getName());
      }
      draft.created(Dates.day(mail.getDate()));
      var parts = new Parts();
      parts.collect(mail, 0);
      warnOfAttachments(parts.attachments, draft);
      write(parts.html, parts.plain, draft);
      mail.dispose();
    }
  }

  /** HTML first: it is what the buyer sees. */
  private static void write(@Nullable String html, @Nullable String plain, Draft draft) {
    if (html != null && !html.isBlank()) {
      HtmlBlocks.write(Jsoup.parse(html).body(), draft);
    }
    if (!draft.pageHasText() && plain != null) {
      for (var paragraph : CleanText.of(plain).split("\n\n")) {
        draft.paragraph(paragraph);
      }
    }
  }

  private static void warnOfAttachments(List<String> names, Draft draft) {
    if (!names.isEmpty()) {
      draft.warn(
          "Attachments were not read; add them as files of their own: "
              + CleanText.line(String.join(", ", names), 300));
    }
  }

  private static final class Parts {
    private @Nullable String html;
    private @Nullable String plain;
    private final List<String> attachments = new ArrayList<>();

    void collect(Entity part, int depth) throws IOException {
      if (depth > DEEPEST_PART) {
        return;
      }
      if (part.getBody() instanceof Multipart parts) {
        for (var inner : parts.getBodyParts()) {
          collect(inner, depth + 1);
        }
      } else if (part.getFilename() != null || "attachment".equals(part.getDispositionType())) {
        attachments.add(part.getFilename() == null ? "without a name" : part.getFilename());
      } else if (part.getBody() instanceof TextBody text) {
        boolean isHtml = "text/html".equals(part.getMimeType());
        if (isHtml && html == null) {
          html = string(text);
        } else if (!isHtml && plain == null) {
          plain = string(text);
        }
      }
    }

    private static String string(TextBody body) throws IOException {
      try (var reader = body.getReader()) {
        return reader.readAllAsString();
      }
    }
  }
}
