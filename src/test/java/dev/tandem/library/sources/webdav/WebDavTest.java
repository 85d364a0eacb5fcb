package dev.tandem.library.sources.webdav;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.ContentSourceContract;
import dev.tandem.library.sources.SourceAccesses;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.servlets.WebdavServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Apache Tomcat's own WebDAV servlet, behind its own sign-in. */
class WebDavTest extends ContentSourceContract {
  @TempDir Path served;
  @TempDir Path base;
  private final Tomcat tomcat = new Tomcat();

  @BeforeEach
  void start() throws LifecycleException {
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    var context = tomcat.addContext("/dav", served.toString());
    var files = new StandardRoot(context);
    files.setCachingAllowed(false); // a file that was changed is changed at once
    context.setResources(files);
    var servlet = Tomcat.addServlet(context, "webdav", new WebdavServlet());
    servlet.addInitParameter("listings", "true");
    context.addServletMappingDecoded("/*", "webdav");
    askForPassword(context);
    tomcat.addUser("dana", "app-password");
    tomcat.addRole("dana", "reader");
    tomcat.getConnector();
    tomcat.start();
  }

  private static void askForPassword(Context context) {
    var everything = new SecurityCollection();
    everything.addPattern("/*");
    var constraint = new SecurityConstraint();
    constraint.addCollection(everything);
    constraint.addAuthRole("reader");
    context.addConstraint(constraint);
    context.addSecurityRole("reader");
    context.setLoginConfig(new LoginConfig("BASIC", "files", null, null));
    context.getPipeline().addValve(new BasicAuthenticator());
  }

  @AfterEach
  void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  @Override
  protected void put(String path, String text) throws IOException {
    Files.createDirectories(served.resolve(path).getParent());
    Files.writeString(served.resolve(path), text);
  }

  @Override
  protected void delete(String path) throws IOException {
    Files.delete(served.resolve(path));
  }

  @Override
  protected ContentSource source() {
    return source("app-password");
  }

  private ContentSource source(String password) {
    var url = "http://localhost:" + tomcat.getConnector().getLocalPort() + "/dav";
    return new WebDavFactory(pause -> true)
        .open("files", SourceAccesses.signedIn("webdav", url, "dana", password));
  }

  @Test
  void aWrongPasswordIsSaidWithoutBeingShown() {
    assertThatThrownBy(() -> Told.by(source("wrong-password"), null))
        .isInstanceOf(SourceFailure.class)
        .hasMessageContaining("401")
        .hasMessageNotContaining("wrong-password");
  }
}
