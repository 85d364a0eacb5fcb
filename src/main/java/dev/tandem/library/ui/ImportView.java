package dev.tandem.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.shared.Registration;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.Roles;
import dev.tandem.library.AssetListing;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.ManifestRow;
import dev.tandem.shared.TandemHome;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.Taxonomy;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** The way in: files by drag and drop, a manifest, links, and for administrators a folder. */
@Route("import")
@PageTitle("Import · Tandem")
@Menu(title = "Import", order = 31, icon = "vaadin:upload")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class ImportView extends Div {
  private static final int POLL_MILLIS = 1_000;
  private static final int MOST_FILES = 500;

  private final transient ImportQueue queue;
  private final transient ManifestRows manifestRows = new ManifestRows();
  private final transient Uploads uploads;
  private final ImportDetails details;
  private final ImportResults results;
  private final String who;
  private @Nullable Registration polls;

  ImportView(
      ImportQueue queue,
      Uploads uploads,
      Taxonomy taxonomy,
      AssetListing listing,
      CurrentUser currentUser,
      TandemHome home,
      @Value("${tandem.currency:EUR}") Currency currency) {
    this.queue = queue;
    this.uploads = uploads;
    var user = currentUser.require();
    who = user.id().value();
    details = new ImportDetails(taxonomy, listing.owners());
    results = new ImportResults(queue, who);
    addClassNames("view", "import-view");
    var main = new Div(files(), results);
    main.addClassName("asset-main");
    var aside =
        new Div(
            new LinkPanel(queue, details, who, results::update),
            new ManifestPanel(queue, uploads, manifestRows, currency, who));
    aside.addClassName("asset-aside");
    if (user.role() == Role.ADMINISTRATOR)
      aside.add(new FolderPanel(queue, home, who, results::update));
    aside.add(inbox(home));
    var columns = new Div(main, aside);
    columns.addClassName("columns-main");
    add(
        new PageHeader(
            "Import",
            "Tandem reads the text, guesses the labels and says what each guess rests on. The same"
                + " file again changes nothing; a changed one becomes a new version."),
        columns);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    event.getUI().setPollInterval(POLL_MILLIS);
    polls = event.getUI().addPollListener(poll -> results.update());
    results.update();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
    if (polls != null) polls.remove();
    super.onDetach(event);
  }

  private Component files() {
    var upload = new Upload(this::receive);
    upload.setMaxFiles(MOST_FILES);
    upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, uploads.largest()));
    upload.setDropLabel(new Span("or drop them here"));
    upload.setUploadButton(new Button("Choose files", VaadinIcon.UPLOAD.create()));
    upload.addFileRejectedListener(
        refused -> queue.refuse(who, refused.getFileName(), refused.getErrorMessage()));
    upload.setI18n(words());
    upload.addAllFinishedListener(
        finished -> {
          upload.clearFileList();
          results.update();
        });
    upload.setWidthFull();
    upload.addClassName("import-drop");
    var known = new Details("What is known about these files (optional)", details);
    known.addClassName("import-details");
    var hint =
        new Paragraph(
            "PDF, Word, PowerPoint, Excel, OpenDocument, Markdown, HTML, text, e-mail, subtitles."
                + " Up to "
                + VersionsPanel.size(uploads.largest())
                + " each, many at once.");
    hint.addClassName("caption");
    return new Panel("Files", upload, hint, known);
  }

  /** The browser's own refusals, in words that say what to do. */
  private UploadI18N words() {
    return new UploadI18N()
        .setError(
            new UploadI18N.Error()
                .setFileIsTooBig(
                    "The file is larger than %s, the most that is taken. Make it smaller, or add a link to where it lies."
                        .formatted(VersionsPanel.size(uploads.largest())))
                .setTooManyFiles(
                    "More than %d files were chosen at once. Add the rest afterwards."
                        .formatted(MOST_FILES)));
  }

  /** Called by the thread of the upload, outside the session's lock. */
  private void receive(UploadEvent event) throws IOException {
    var name = event.getFileName();
    try (var content = event.getInputStream()) {
      var file = queue.keep(content, name);
      var row = manifestRows.take(name);
      queue.submit(
          who,
          name,
          IncomingFile.upload(
              file,
              name,
              row.map(ManifestRow::id).orElse(null),
              row.map(ManifestRow::values).orElseGet(details::given),
              who));
    } catch (Uploads.TooLarge tooLarge) {
      queue.refuse(who, name, String.valueOf(tooLarge.getMessage()));
    }
  }

  private static Component inbox(TandemHome home) {
    var hint =
        new Paragraph(
            "Whatever is put into this folder on the server is taken by itself; what cannot be"
                + " read is set aside there with the reason.");
    hint.addClassName("caption");
    var place = new Code(home.inbox().toString());
    place.addClassName("path");
    return new Panel("Inbox", hint, place);
  }
}
