package dev.tandem.deals.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.tandem.deals.DealImport;
import dev.tandem.deals.ImportReport;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.StatTile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a CSV file of deals in and says what became of every row. */
final class DealImportDialog extends Dialog {
  private static final long LARGEST_FILE = 64L * 1024 * 1024;

  private final transient DealImport imports;
  private final transient Runnable afterwards;
  private final Div result = new Div();

  DealImportDialog(DealImport imports, Runnable afterwards) {
    super("Import deals");
    this.imports = imports;
    this.afterwards = afterwards;
    setWidth("min(44rem, 96vw)");
    var handler =
        UploadHandler.toTempFile((metadata, file) -> take(metadata.fileName(), file.toPath()));
    var upload = new Upload(handler);
    upload.setUploadButton(new Button("Choose CSV file", VaadinIcon.UPLOAD.create()));
    upload.setDropLabel(new Span("or drop it here"));
    upload.setMaxFileSize((int) LARGEST_FILE);
    upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv");
    upload.addAllFinishedListener(finished -> upload.clearFileList()); // the result stands below
    upload.addFileRejectedListener(
        rejected -> say("That file was not taken", rejected.getErrorMessage()));
    result.addClassName("import-result");
    result.getElement().setAttribute("aria-live", "polite");
    add(
        new Paragraph(
            "A CSV file with a header row; the column “id” is required, all others are optional:"
                + " name, account, industry, company_size, region, personas, sales_stage,"
                + " competitors, products, amount, currency, owner, outcome, notes and more. Deals"
                + " that are known already are updated; importing the same file again changes"
                + " nothing."),
        upload,
        result);
    getFooter().add(new Button("Close", click -> close()));
  }

  private void take(String name, Path file) {
    try {
      show(name, imports.run(file, null, rows -> {}));
    } catch (IOException unreadable) {
      say(
          name + " could not be read",
          String.valueOf(unreadable.getMessage()).replace(file.toString(), name));
    } finally {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
    afterwards.run();
  }

  private void say(String title, String words) {
    result.removeAll();
    result.add(new H3(title), new Paragraph(words));
  }

  private void show(String name, ImportReport report) {
    result.removeAll();
    var tiles =
        new Div(
            new StatTile("Added", Formats.count(report.added()), "new deals"),
            new StatTile("Updated", Formats.count(report.changed()), "known deals"),
            new StatTile("Unchanged", Formats.count(report.unchanged()), "known deals"),
            new StatTile(
                "Left out", Formats.count(report.rejected().size()), "rows with a problem"));
    tiles.addClassName("stats");
    result.add(new H3(name), tiles);
    if (!report.notes().isEmpty()) {
      var notes = new UnorderedList();
      report.notes().forEach(note -> notes.add(new ListItem(note)));
      result.add(notes);
    }
    if (report.rejected().isEmpty()) return;
    var grid = new Grid<ImportReport.RowProblem>();
    grid.addColumn(ImportReport.RowProblem::row).setHeader("Row").setWidth("5rem").setFlexGrow(0);
    grid.addColumn(ImportReport.RowProblem::column)
        .setHeader("Column")
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(ImportReport.RowProblem::problem).setHeader("What is wrong").setFlexGrow(1);
    grid.setItems(report.rejected());
    grid.setAllRowsVisible(report.rejected().size() <= 8);
    result.add(grid);
  }
}
