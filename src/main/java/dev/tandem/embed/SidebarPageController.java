package dev.tandem.embed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The sidebar's page and its files. */
@RestController
@RequestMapping("/embed")
class SidebarPageController {
  private static final String FILES = "dev/tandem/embed/";
  private static final MediaType SCRIPT = new MediaType("text", "javascript", UTF_8);
  private static final Map<String, MediaType> ASSETS =
      Map.of(
          "sidebar.css", new MediaType("text", "css", UTF_8),
          "sidebar.js", SCRIPT,
          "server.js", SCRIPT,
          "cards.js", SCRIPT,
          "journey.js", SCRIPT,
          "host.js", SCRIPT,
          "colours.js", SCRIPT,
          "connect.js", SCRIPT);

  private final FrameAncestors ancestors;
  private final String page;

  SidebarPageController(FrameAncestors ancestors) {
    this.ancestors = ancestors;
    try {
      this.page = new ClassPathResource(FILES + "sidebar.html").getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param crm the tenant, whose CRM may show the page in a frame and colour it
   */
  @GetMapping("/deal")
  ResponseEntity<String> page(@RequestParam(required = false) @Nullable String crm) {
    var hosts = HtmlUtils.htmlEscape(String.join(" ", ancestors.of(crm)));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
        .cacheControl(CacheControl.noCache())
        .body(page.replace("{hosts}", hosts));
  }

  @GetMapping("/{name:[a-z]+\\.(?:css|js)}")
  ResponseEntity<Resource> file(@PathVariable String name) {
    var type = ASSETS.get(name);
    if (type == null) return ResponseEntity.notFound().build();
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)))
        .body(new ClassPathResource(FILES + name));
  }
}
