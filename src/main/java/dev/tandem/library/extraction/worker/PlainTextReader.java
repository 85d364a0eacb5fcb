package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.PageUnit;
import java.util.regex.Pattern;

/** TXT and CSV. An e-mail template's first line {@code Subject: …} is its title. */
final class PlainTextReader implements DocumentReader {
  private static final Pattern SUBJECT =
      Pattern.compile("\\A\\s*(?:Subject|Betreff|Objet|Onderwerp|Asunto):[ \\t]*(\\S[^\\n]*)");

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    draft.unit(PageUnit.WHOLE);
    int maxBytes = (int) Math.min(Integer.MAX_VALUE - 16, 4L * draft.limit());
    var text = CleanText.of(TextBytes.read(file, maxBytes, draft));
    var subject = SUBJECT.matcher(text);
    if (subject.find()) {
      draft.title(subject.group(1));
    }
    for (var paragraph : text.split("\n\n")) {
      draft.paragraph(paragraph);
    }
  }
}
