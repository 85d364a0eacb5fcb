package dev.tandem.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.shared.Registration;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.Roles;
import dev.tandem.library.AssetListing;
import dev.tandem.library.WebAddress;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.AssetManifest;
import dev.tandem.library.manifest.ManifestRow;
import dev.tandem.shared.TandemHome;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.Taxonomy;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** The way in: files by drag and drop, a manifest, links, and for administrators a folder. */
@Route("import")
@PageTitle("Import · Tandem")
@Menu(title = "Import", order = 50, icon = "vaadin:upload")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class ImportView extends Div {
  private static final int POLL_MILLIS = 1_000;
  private static final int MOST_FILES = 500;

  private final transient ImportQueue queue;
  private final transient TandemHome home;
  private final transient ManifestRows manifestRows = new ManifestRows();
  private final transient Currency currency;
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
    this.home = home;
    this.currency = currency;
    var user = currentUser.require();
    who = user.id().value();
    details = new ImportDetails(taxonomy, listing.owners());
    results = new ImportResults(queue, who);
    addClassNames("view", "import-view");
    var main = new Div(files(), results);
    main.addClassName("asset-main");
    var aside = new Div(link(), manifest());
    aside.addClassName("asset-aside");
    if (user.role() == Role.ADMINISTRATOR) aside.add(folder());
    aside.add(inbox());
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
    upload.setDropLabel(new Span("Drop files here"));
    upload.addFileRejectedListener(
        refused -> queue.refuse(who, refused.getFileName(), refused.getErrorMessage()));
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

  private Component link() {
    var url = new TextField("Address");
    url.setPlaceholder("https://");
    url.setWidthFull();
    url.setMaxLength(2_000);
    var title = new TextField("Title");
    title.setWidthFull();
    title.setMaxLength(500);
    var save =
        new Button(
            "Add link",
            click -> {
              var address = url.getValue().strip();
              url.setInvalid(!WebAddress.isOne(address));
              title.setInvalid(title.getValue().isBlank());
              url.setErrorMessage("A full address that starts with https:// or http://");
              title.setErrorMessage("Give it the title that reps shall see.");
              if (url.isInvalid() || title.isInvalid()) return;
              var given = details.read(title.getValue().strip(), address);
              queue.submit(who, title.getValue().strip(), IncomingFile.link(null, given, who));
              url.clear();
              title.clear();
              url.setInvalid(false);
              title.setInvalid(false);
              results.update();
            });
    save.addClickShortcut(Key.ENTER).listenOn(url, title);
    var hint =
        new Paragraph(
            "For videos, calculators and pages that live elsewhere. What is filled in"
                + " beside the files holds for the link, too.");
    hint.addClassName("caption");
    var form = new Div(url, title, save);
    form.addClassName("stack");
    return new Panel("Link", hint, form);
  }

  private Component manifest() {
    var state = new Paragraph();
    state.addClassName("caption");
    state.getElement().setAttribute("role", "status");
    var upload =
        new Upload(
            event -> {
              var ui = event.getUI();
              String said;
              try (var content = event.getInputStream()) {
                var file = queue.keep(content, event.getFileName());
                try {
                  said = takeManifest(AssetManifest.read(file, currency));
                } finally {
                  uploads.remove(file);
                }
              } catch (IOException failed) {
                said = "Not taken: " + failed.getMessage();
              }
              var text = said;
              ui.access(() -> state.setText(text));
            });
    upload.setMaxFiles(1);
    upload.setAcceptedFileExtensions(".csv");
    upload.setUploadButton(new Button("Choose manifest"));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    upload.setWidthFull();
    var hint =
        new Paragraph(
            "A CSV that says what is known about many files. First the manifest, then its files:"
                + " each takes its row by its name.");
    hint.addClassName("caption");
    return new Panel("Manifest", hint, upload, state);
  }

  private String takeManifest(AssetManifest manifest) {
    List<ManifestRow> links = manifestRows.add(manifest);
    for (var row : links) {
      var given = row.values();
      var name = given.title() == null ? String.valueOf(given.url()) : given.title();
      queue.submit(who, name, IncomingFile.link(row.id(), given, who));
    }
    var text =
        manifest.rows().size()
            + " rows read: "
            + links.size()
            + " links taken, "
            + manifestRows.waiting()
            + " files awaited.";
    return manifest.problems().isEmpty()
        ? text
        : text + " Not understood: " + ManifestRows.words(manifest.problems());
  }

  private Component folder() {
    var path = new TextField("Folder on the server");
    path.setPlaceholder("/srv/content");
    path.setWidthFull();
    var start =
        new Button(
            "Import folder",
            click -> {
              var problem = objection(path.getValue().strip());
              path.setErrorMessage(problem);
              path.setInvalid(!problem.isEmpty());
              if (!problem.isEmpty()) return;
              queue.submitFolder(who, Path.of(path.getValue().strip()));
              path.clear();
              path.setInvalid(false);
              results.update();
            });
    start.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var hint =
        new Paragraph(
            "With all folders inside and its manifest.csv, if there is one. Links and hidden files"
                + " are not followed.");
    hint.addClassName("caption");
    var form = new Div(path, start);
    form.addClassName("stack");
    return new Panel("Folder", hint, form);
  }

  /** Why this folder is not imported; empty when it is. */
  private String objection(String text) {
    try {
      var path = Path.of(text);
      if (text.isEmpty() || !path.isAbsolute()) return "Give the whole path, from the root.";
      if (!Files.isDirectory(path)) return "There is no such folder on the server.";
      if (!Files.isReadable(path)) return "Tandem may not read this folder.";
      var real = path.toRealPath();
      var data = home.data().toRealPath();
      if (real.startsWith(data) || data.startsWith(real))
        return "This folder holds Tandem's own data; choose one beside it.";
      return "";
    } catch (InvalidPathException | IOException e) {
      return "This is not a folder that can be read.";
    }
  }

  private Component inbox() {
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
