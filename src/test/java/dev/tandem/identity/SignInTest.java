package dev.tandem.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.shared.TandemHome;
import dev.tandem.testing.TandemTest;
import dev.tandem.testing.WebVisitor;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TandemTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "tandem.sign-in.per-address=500")
@ExtendWith(OutputCaptureExtension.class)
class SignInTest {
  private static final String PASSWORD = "correct horse battery";

  @Autowired private JdbcUsers users;
  @Autowired private JdbcClient jdbc;
  @Autowired private TandemHome home;
  @Autowired private FirstAdministrator firstAdministrator;
  @LocalServerPort private int port;
  private WebVisitor visitor = new WebVisitor(0);

  @BeforeEach
  void comeAsAStranger() {
    visitor = new WebVisitor(port);
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void strangersAreLedToTheSignInPage() {
    assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    assertThat(visitor.get("/account").headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    assertThat(visitor.get("/login").statusCode()).isEqualTo(200);
  }

  @Test
  void theRightPasswordOpensASessionWithANewId() {
    person("anna", Role.REP);
    visitor.get("/login");
    var answer = visitor.signIn("Anna ", PASSWORD);
    assertThat(answer.headers().firstValue("Location")).hasValue("/");
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax"));
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordAnUnknownADisabledAndAPasswordlessUserLookTheSame(CapturedOutput log) {
    person("bert", Role.REP);
    person("carl", Role.REP);
    users.disable(new UserId("carl"));
    users.createProgram(new User(new UserId("crm-robot"), "CRM", Role.REP));
    for (var name : new String[] {"bert", "carl", "crm-robot", "nobody-at-all", "two words", ""})
      assertThat(visitor.signIn(name, "a wrong password").headers().firstValue("Location"))
          .as(name)
          .hasValue("/login?error");
    assertThat(visitor.signIn("carl", PASSWORD).headers().firstValue("Location"))
        .hasValue("/login?error");
    assertThat(log).contains("as bert failed").doesNotContain("a wrong password");
    assertThat(log).doesNotContain("nobody-at-all").contains("an unknown user");
  }

  @Test
  void afterTooManyFailuresEvenTheRightPasswordHasToWait() {
    person("dora", Role.REP);
    for (int i = 0; i < 6; i++) visitor.signIn("dora", "wrong wrong wrong");
    assertThat(visitor.signIn("dora", PASSWORD).headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).matches("/login\\?wait=([1-9]|[12]\\d|30)"));
  }

  @Test
  void aFormOnAnotherSiteSignsNobodyIn() {
    person("emil", Role.REP);
    visitor.postForm(
        "/login", Map.of("username", "emil", "password", PASSWORD), "Sec-Fetch-Site", "cross-site");
    assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
  }

  @Test
  void disablingAUserEndsTheSession() {
    person("fred", Role.REP);
    visitor.signIn("fred", PASSWORD);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    users.disable(new UserId("fred"));
    assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
  }

  @Test
  void anotherPasswordOrRoleEndsTheSession() {
    person("gina", Role.REP);
    visitor.signIn("gina", PASSWORD);
    users.changeRole(new UserId("gina"), Role.MARKETER);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    visitor.signIn("gina", PASSWORD);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    users.setPassword(new UserId("gina"), "quite another one");
    assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
  }

  @Test
  void pagesFilesAndApiCarryTheirHeaders() {
    var page = visitor.get("/login").headers();
    assertThat(page.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("script-src 'nonce-", "'strict-dynamic'", "object-src 'none'")
                    .contains("frame-ancestors 'self'", "form-action 'self'")
                    .doesNotContain("script-src 'unsafe-inline'"));
    assertThat(page.allValues("Content-Security-Policy")).hasSize(1);
    var file = visitor.get("/sign-in.css").headers();
    assertThat(file.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'"));
    var api = visitor.get("/api/v1/me").headers();
    assertThat(api.firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'; frame-ancestors 'none'");
    for (var headers : new java.net.http.HttpHeaders[] {page, file, api}) {
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).isPresent();
      assertThat(headers.firstValue("X-Request-Id")).isPresent();
    }
    assertThat(page.firstValue("Permissions-Policy")).isPresent();
    assertThat(file.firstValue("Permissions-Policy")).isPresent();
  }

  @Test
  void everyScriptOfAPageCarriesTheNonceOfItsOwnResponse() {
    var first = visitor.get("/login");
    var second = visitor.get("/login");
    var nonce =
        first
            .headers()
            .firstValue("Content-Security-Policy")
            .orElseThrow()
            .split("'nonce-|' 's")[1];
    assertThat(second.headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain(nonce);
    assertThat(first.body()).contains("<script").doesNotContainPattern("<script(?![^>]*nonce)");
    assertThat(first.body()).contains(nonce);
  }

  @Test
  void theFirstAdministratorsPasswordLiesInAPrivateFileUntilItIsChanged() throws Exception {
    var file = home.data().resolve("first-password.txt");
    var password = Files.readString(file).strip();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(visitor.signIn("admin", password).headers().firstValue("Location")).hasValue("/");
    assertThat(users.find(new UserId("admin")).orElseThrow().mustChangePassword()).isTrue();
    users.setPassword(new UserId("admin"), "my own long password", false);
    assertThat(file).doesNotExist();
    firstAdministrator.ensure("");
    assertThat(file).doesNotExist();
  }

  @Test
  void onlyTheSampleCompanyShowsItsUsers() {
    assertThat(users.sampleSignIns()).isEmpty();
    users.addSample(new User(new UserId("rita"), "Rita", Role.REP), "Team North", "demo-rep");
    assertThat(users.sampleSignIns()).extracting(Users.SampleSignIn::password).contains("demo-rep");
    assertThat(visitor.signIn("rita", "demo-rep").headers().firstValue("Location")).hasValue("/");
    users.setPassword(new UserId("rita"), "no longer a public one");
    assertThat(users.sampleSignIns()).isEmpty();
  }

  @Test
  void passwordsAreStoredAsArgon2idOnly() {
    person("hans", Role.REP);
    assertThat(
            jdbc.sql("select password_hash from app_user where id = 'hans'")
                .query(String.class)
                .single())
        .startsWith("{argon2id}$argon2id$")
        .doesNotContain(PASSWORD);
  }

  private void person(String name, Role role) {
    var id = new UserId(name);
    users.create(new User(id, name, role), "", "for the moment only");
    users.setPassword(id, PASSWORD, false);
  }
}
