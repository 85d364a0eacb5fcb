package dev.tandem.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Roles;
import dev.tandem.shared.SystemFacts;
import dev.tandem.shared.SystemFacts.Fact;
import dev.tandem.shared.TandemHome;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;

/** How the installation is: version, disk, memory, and what every part says of itself. */
@Route("settings/system")
@PageTitle("System · Tandem")
@Menu(title = "System", order = 98)
@RolesAllowed(Roles.ADMINISTRATOR)
class SystemView extends Div {
  private static final Logger LOG = LoggerFactory.getLogger(SystemView.class);

  /** Below this an import may fill the disk, and a full disk stops the database. */
  private static final long LITTLE_SPACE = 2_000_000_000L;

  private final transient List<SystemFacts> parts;
  private final transient TandemHome home;
  private final transient ObjectProvider<BuildProperties> build;
  private final transient Clock clock;
  private final Div panels = new Div();

  SystemView(
      List<SystemFacts> parts,
      TandemHome home,
      ObjectProvider<BuildProperties> build,
      Clock clock) {
    this.parts = parts;
    this.home = home;
    this.build = build;
    this.clock = clock;
    addClassNames("view", "settings");
    panels.addClassName("columns");
    add(
        new PageHeader(
            "System",
            "How this installation is doing.",
            new Button("Look again", VaadinIcon.REFRESH.create(), click -> show())),
        new SettingsTabs(),
        panels);
    show();
  }

  private void show() {
    panels.removeAll();
    panels.add(panel("Program", program()), panel("Disk", disk()));
    for (var part : parts) panels.add(panel(part.title(), ask(part)));
  }

  private static List<Fact> ask(SystemFacts part) {
    try {
      return part.facts();
    } catch (RuntimeException e) {
      LOG.error("{} does not answer", part.title(), e);
      return List.of(new Fact("State", "does not answer; see the log", false));
    }
  }

  private List<Fact> program() {
    var runtime = ManagementFactory.getRuntimeMXBean();
    var memory = Runtime.getRuntime();
    var facts = new ArrayList<Fact>();
    var properties = build.getIfAvailable();
    facts.add(Fact.of("Version", properties == null ? "built from sources" : version(properties)));
    facts.add(Fact.of("Java", Runtime.version().toString()));
    var up = Duration.between(Instant.ofEpochMilli(runtime.getStartTime()), clock.instant());
    facts.add(Fact.of("Running for", words(up)));
    facts.add(
        Fact.of(
            "Memory",
            gigabytes(memory.totalMemory() - memory.freeMemory())
                + " of at most "
                + gigabytes(memory.maxMemory())));
    return facts;
  }

  private static String version(BuildProperties properties) {
    var time = properties.getTime();
    return properties.getVersion() + (time == null ? "" : ", built " + Formats.day(time));
  }

  private static String words(Duration up) {
    if (up.toDays() > 1) return up.toDays() + " days";
    if (up.toHours() > 1) return up.toHours() + " hours";
    return Formats.count(Math.max(1, up.toMinutes()), "minute", "minutes");
  }

  private List<Fact> disk() {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Home", home.folder().toString()));
    try {
      var store = Files.getFileStore(home.data());
      long free = store.getUsableSpace();
      facts.add(
          new Fact(
              "Free",
              gigabytes(free) + " of " + gigabytes(store.getTotalSpace()),
              free > LITTLE_SPACE));
    } catch (IOException e) {
      facts.add(new Fact("Free", "cannot be told: " + e.getMessage(), false));
    }
    return facts;
  }

  private static String gigabytes(long bytes) {
    return String.format(java.util.Locale.ENGLISH, "%.1f GB", bytes / 1e9);
  }

  private static Component panel(String title, List<Fact> facts) {
    var list = new DescriptionList();
    list.addClassName("facts");
    for (var fact : facts) {
      var value = new DescriptionList.Description(fact.value());
      if (!fact.good()) value.add(new Badge("look at this", Badge.Tone.WARNING));
      list.add(new DescriptionList.Term(fact.name()), value);
    }
    return new Panel(title, list);
  }
}
