package dev.tandem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** The design as it can be checked; the words for it are in docs/architecture.md. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.tandem");

  @Test
  void modulesUseOnlyWhatTheirFrontDoorsAllow() {
    ApplicationModules.of(TandemApplication.class).verify();
  }

  @Test
  void luceneHasOneHome() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..search.engine.lucene..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..")
            .because("another engine must be able to take its place"));
  }

  @Test
  void rowsAreStreamedOnlyWhereTheStreamIsClosed() {
    check(
        noClasses()
            .that()
            .haveNameNotMatching("dev.tandem.feedback.EvidenceIndex.*")
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because(
                "a stream of rows that nobody closes keeps its connection, and a few of them are"
                    + " all there are; take a list, or close the stream and be named here"));
  }

  @Test
  void smileHasOneHome() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("..learning.training.smile..", "..library.labelling.smile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("smile..")
            .because(
                "ranking and labelling work, and are tested, without any training library; the"
                    + " library lies below learning, so each has its own small way in"));
  }

  @Test
  void readersOfForeignFilesHaveOneHome() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..library.extraction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.tika..", "org.apache.poi..", "org.apache.pdfbox..")
            .because("hostile files are read in a process of their own, never in the server"));
  }

  @Test
  void sqlStaysBehindTheInterfacesOfItsModule() {
    check(
        classes()
            .that()
            .haveSimpleNameStartingWith("Jdbc")
            .should()
            .notBePublic()
            .because("callers see the interface; where the rows lie is the module's own business"));
  }

  @Test
  void viewsAndControllersAreReachedByTheirPathsOnly() {
    check(
        classes()
            .that()
            .areAnnotatedWith(Route.class)
            .or()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .because("a path is the interface of a view; code that needs more belongs elsewhere"));
  }

  @Test
  void timeComesFromTheClock() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "..library.extraction.worker..", // Tika gives dates,
                "..library.sources.website..") // and so does the reader of sitemaps
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .because("java.time says what it means, and an injected Clock can be tested"));
  }

  @Test
  void nobodySleeps() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.tandem.database..") // waits for another process
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .because("who waits for something waits for that, not for time to pass"));
  }

  @Test
  void dependenciesComeThroughConstructors() {
    check(
        fields()
            .should()
            .notBeAnnotatedWith(Autowired.class)
            .because("an object that exists is complete"));
  }

  @Test
  void namesAreTheFieldsOwn() {
    check(
        noClasses()
            .that()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Data|Info|Dto|Common)")
            .because("such names say nothing of what the thing is"));
  }

  @Test
  void everyPackageIsCheckedForNull() {
    assertThat(PROGRAM.stream().map(JavaClass::getPackage).distinct())
        .allSatisfy(
            one ->
                assertThat(one.isAnnotatedWith(NullMarked.class))
                    .as("%s has a package-info with @NullMarked", one.getName())
                    .isTrue());
  }

  @Test
  void testsLeaveTheFrontDoorsAlone() throws IOException {
    var tests = Path.of("src", "test", "java");
    try (var files = Files.walk(tests)) {
      assertThat(files.filter(file -> file.endsWith("package-info.java")))
          .as("they would hide the program's own from the check of modules")
          .noneMatch(
              file -> Files.exists(Path.of("src", "main", "java").resolve(tests.relativize(file))));
    }
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);
  }
}
