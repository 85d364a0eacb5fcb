package dev.tandem.messages.web;

import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.UserId;
import dev.tandem.messages.MailWishes;
import dev.tandem.messages.Message;
import dev.tandem.messages.Messages;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller is told; nobody reads another person's. */
@RestController
@RequestMapping("/api/v1/me")
@PreAuthorize("isAuthenticated()")
@Tag(name = "messages")
class MessageController {
  private final Messages messages;
  private final MailWishes wishes;
  private final CurrentUser currentUser;

  MessageController(Messages messages, MailWishes wishes, CurrentUser currentUser) {
    this.messages = messages;
    this.wishes = wishes;
    this.currentUser = currentUser;
  }

  /**
   * @param path where it leads in the program, or empty
   */
  record Told(long id, Instant at, String words, String path, boolean read) {
    static Told of(Message one) {
      return new Told(one.id(), one.at(), one.words(), one.path(), one.read());
    }
  }

  record Inbox(long unread, List<Told> items) {}

  /**
   * @param address empty where the user name is one
   */
  record Mail(@Size(max = 254) @Nullable String address, boolean wanted) {}

  @GetMapping("/messages")
  @Operation(summary = "What the caller was told, newest first")
  Inbox list(@RequestParam(defaultValue = "100") int limit) {
    var items = messages.of(me(), CallerInput.limit(limit)).stream().map(Told::of).toList();
    return new Inbox(messages.unread(me()), items);
  }

  @PostMapping("/messages/{id}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Marks a message as read")
  void read(@PathVariable long id) {
    messages.markRead(me(), id);
  }

  @PostMapping("/messages/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Marks all as read")
  void readAll() {
    messages.markAllRead(me());
  }

  @GetMapping("/mail")
  @Operation(summary = "Whether the caller wants mail, and where to")
  Mail mail() {
    var wish = wishes.of(me());
    return new Mail(wish.address(), wish.wanted());
  }

  @PutMapping("/mail")
  @Operation(summary = "Says whether the caller wants mail, and where to")
  Mail want(@Valid @RequestBody Mail wish) {
    var address = wish.address() == null ? "" : wish.address();
    CallerInput.take(() -> wishes.set(me(), address, wish.wanted()));
    return mail();
  }

  private UserId me() {
    return currentUser.require().id();
  }
}
