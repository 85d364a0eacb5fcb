package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import java.io.EOFException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/** One straight way from a request to its reply, whatever the file does. */
final class FileReading {
  private static final long MOST_BYTES_OF_AN_ENTRY = 300L << 20;
  private static final long MOST_ENTRIES = 10_000;

  private final Detection detection = new Detection();
  private final LanguageGuess languages = new LanguageGuess();
  private final DocumentReader pdf = new PdfReader();
  private final DocumentReader slides = new SlidesReader();
  private final DocumentReader office = new OfficeReader();
  private final DocumentReader openDocument = new OpenDocumentReader();
  private final DocumentReader html = new HtmlReader();
  private final DocumentReader markdown = new MarkdownReader();
  private final DocumentReader mail = new MailReader();
  private final DocumentReader subtitles = new SubtitleReader();
  private final DocumentReader plain = new PlainTextReader();

  FileReading() {
    ZipSecureFile.setMaxEntrySize(MOST_BYTES_OF_AN_ENTRY);
    ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
  }

  WorkerReply answer(WorkerRequest request) {
    return switch (request.task()) {
      case EXTRACT -> extract(request);
      case PREVIEW -> preview(request);
    };
  }

  private WorkerReply extract(WorkerRequest request) {
    var draft = new Draft(request.maxCharacters());
    var type = "";
    try {
      var file = detection.detect(Path.of(request.path()), request.fileName(), draft);
      type = file.mediaType();
      var reader = readerFor(type);
      if (reader == null) {
        return unsupported(request, type);
      }
      read(reader, file, draft);
      var text = draft.finish(type, languages);
      if (!text.hasText() && text.pages().stream().allMatch(page -> page.notes().isEmpty())) {
        if (MediaTypes.isTextual(type) || type.equals(MediaTypes.MARKDOWN)) {
          return WorkerReply.unreadable(
              request.id(),
              Reason.EMPTY,
              "There is no text in the file. Check that it is the right one.");
        }
        draft.warn(
            "No text was found: the file holds only pictures, or is a scan. Give it a title and a"
                + " description, since search cannot look inside.");
        text = draft.finish(type, languages);
      }
      return WorkerReply.read(request.id(), text);
    } catch (UnreadableFile e) {
      return WorkerReply.unreadable(request.id(), e.reason(), e.sentence());
    } catch (Exception | StackOverflowError e) {
      System.err.println("Unreadable " + type + ": " + e);
      return failed(request, e, type);
    }
  }

  /** A reader that was stopped at the limit has done its work, however it came back. */
  private static void read(DocumentReader reader, SourceFile file, Draft draft) throws Exception {
    if (MediaTypes.isZipped(file.mediaType())) {
      ZipSizes.refuseBombs(file);
    }
    try {
      reader.read(file, draft);
    } catch (Exception e) {
      if (!draft.isFull()) {
        throw e;
      }
    }
    if (MediaTypes.hasMacros(file.mediaType())) {
      draft.warn(
          "The file contains macros. They were ignored, but many mail systems stop such files: save a"
              + " copy without macros before you send it.");
    }
  }

  private WorkerReply preview(WorkerRequest request) {
    try {
      var path = Path.of(request.path());
      var file = new SourceFile(path, "", detection.typeOf(path, ""));
      if (MediaTypes.isZipped(file.mediaType())) {
        ZipSizes.refuseBombs(file);
      }
      return WorkerReply.picture(request.id(), FirstPagePicture.of(file, request.maxWidth()));
    } catch (Exception | StackOverflowError | LinkageError e) {
      System.err.println("No picture: " + e);
      return WorkerReply.picture(request.id(), null);
    }
  }

  private @Nullable DocumentReader readerFor(String type) {
    return switch (type) {
      case MediaTypes.PDF -> pdf;
      case MediaTypes.HTML, "application/xhtml+xml" -> html;
      case MediaTypes.MARKDOWN -> markdown;
      case MediaTypes.MAIL, MediaTypes.MSG -> mail;
      case MediaTypes.SRT, MediaTypes.VTT -> subtitles;
      case MediaTypes.RTF -> office;
      default -> {
        if (MediaTypes.isPresentation(type)) {
          yield slides;
        } else if (MediaTypes.isOffice(type)) {
          yield office;
        } else if (MediaTypes.isOpenDocument(type)) {
          yield openDocument;
        }
        yield MediaTypes.isTextual(type) ? plain : null;
      }
    };
  }

  private static WorkerReply unsupported(WorkerRequest request, String type) {
    if (type.equals(MediaTypes.ENCRYPTED_OFFICE)) {
      return encrypted(request);
    }
    var advice =
        MediaTypes.isArchive(type)
            ? "Unpack it and add the files inside."
            : type.startsWith("video/") || type.startsWith("audio/")
                ? "Add its subtitles (SRT or VTT), or its address as a link with a title and a description."
                : type.startsWith("image/")
                    ? "Add it as a PDF, or as a link with a title and a description."
                    : "Tandem reads PDF, Word, PowerPoint, Excel, OpenDocument, RTF, web pages, Markdown,"
                        + " plain text, e-mails and subtitles.";
    return WorkerReply.unreadable(
        request.id(),
        Reason.UNSUPPORTED,
        "The file is %s, which cannot be read as text. %s"
            .formatted(MediaTypes.spoken(type), advice));
  }

  private static WorkerReply encrypted(WorkerRequest request) {
    return WorkerReply.unreadable(
        request.id(),
        Reason.ENCRYPTED,
        "The file is protected with a password. Save a copy without the password and add that.");
  }

  private static WorkerReply failed(WorkerRequest request, Throwable failure, String type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof EncryptedDocumentException
          || cause instanceof InvalidPasswordException
          || cause instanceof org.apache.tika.exception.EncryptedDocumentException) {
        return encrypted(request);
      } else if (cause instanceof ExpandsTooMuch || said.contains("zip bomb")) {
        return WorkerReply.unreadable(
            request.id(),
            Reason.EXPANDS_TOO_MUCH,
            "The file unpacks to far more than its size, as harmful files do, so reading was stopped."
                + " If you trust it, open it in its program and save it again, or split it.");
      } else if (cause instanceof StackOverflowError) {
        return WorkerReply.unreadable(
            request.id(),
            Reason.CORRUPT,
            "The content is nested too deeply to be read. Save it again from the program it was made with.");
      } else if (cause instanceof EOFException || cause instanceof ZipException) {
        break;
      }
    }
    return WorkerReply.unreadable(
        request.id(),
        Reason.CORRUPT,
        "The file looks like %s but is damaged or incomplete. Check that it opens in its own program, then save or download it again."
            .formatted(type.isEmpty() ? "a document" : MediaTypes.spoken(type)));
  }
}
