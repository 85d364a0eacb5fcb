package dev.tandem.embed;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sidebar's page and its two files. */
@RestController
@RequestMapping("/embed")
class SidebarPageController {

  @GetMapping("/deal")
  ResponseEntity<Resource> page() {
    return file("sidebar.html", MediaType.parseMediaType("text/html;charset=UTF-8"), Duration.ZERO);
  }

  @GetMapping("/sidebar.js")
  ResponseEntity<Resource> script() {
    return file(
        "sidebar.js",
        MediaType.parseMediaType("text/javascript;charset=UTF-8"),
        Duration.ofHours(1));
  }

  @GetMapping("/sidebar.css")
  ResponseEntity<Resource> style() {
    return file(
        "sidebar.css", MediaType.parseMediaType("text/css;charset=UTF-8"), Duration.ofHours(1));
  }

  private static ResponseEntity<Resource> file(String name, MediaType type, Duration age) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(age.isZero() ? CacheControl.noCache() : CacheControl.maxAge(age))
        .body(new ClassPathResource("dev/tandem/embed/" + name));
  }
}
