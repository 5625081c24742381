package org.affogato.api.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.affogato.engine.Engine;
import org.junit.jupiter.api.Test;

/** Contents of files, and Files, are open as the model says: by owner and by what they are attached to. */
@QuarkusTest
class FilesMatrixTest {
    private static final String DOWNLOAD = "frappe.handler.download_file";
    private static final String ARCHIVE = "frappe.core.api.file.zip_files";
    static final List<String> METHODS = List.of(DOWNLOAD, ARCHIVE);

    private static final int FILES = 16;
    private static final String DOCTYPE = Site.DOCTYPES.getFirst();

    @Inject
    Engine engine;

    private FileStage stage;
    private List<Person> people;
    private List<Attachment> files;
    private Model model;
    private Caller caller;
    private final Set<String> differences = new LinkedHashSet<>();

    @Test
    void filesFollowTheDocumentedRules() {
        compare(PermissionMatrixTest.SEED);
    }

    void compare(long seed) {
        prepare(seed);
        Stream.concat(people.stream(), Stream.of(Person.GUEST, Person.ADMINISTRATOR))
                .forEach(who -> {
                    files.forEach(file -> contents(who, file));
                    archive(who);
                });
        people.forEach(who -> {
            list(who);
            files.forEach(file -> records(who, file));
        });
        stage.clear();
        assertThat(String.join("\n", differences)).as("seed %d", seed).isEmpty();
    }

    private void prepare(long seed) {
        Draw draw = new Draw(seed);
        Site site = new Site(engine);
        site.define();
        site.clear();
        List<Rule> rules = draw.rules(Site.DOCTYPES);
        people = draw.people(Site.DOCTYPES);
        List<Paper> papers = new ArrayList<>();
        for (String doctype : Site.DOCTYPES) {
            for (int person = 0; person < people.size(); person++) {
                for (int i = 0; i < Draw.STANDING; i++) {
                    papers.add(draw.paper(doctype, Draw.standing(doctype, person, i), people.get(person), false));
                }
            }
        }
        site.rule(rules);
        site.place(papers);
        site.invite(people);
        stage = new FileStage(engine, draw);
        stage.clear();
        List<Paper> bearing =
                papers.stream().filter(paper -> paper.doctype().equals(DOCTYPE)).toList();
        files = stage.place(FILES, bearing, people);
        model = new Model(rules, Draw.REGIONS, papers, false, false, Set.of());
        caller = new Caller("http://localhost:" + RestAssured.port);
    }

    /** A content opens by any File that names it. */
    private boolean opens(Person who, Attachment file) {
        return files.stream()
                .filter(other -> other.url().equals(file.url()))
                .anyMatch(other -> other.opens(model, who));
    }

    private void contents(Person who, Attachment file) {
        Verdict expected = opens(who, file) ? Verdict.ALLOWED : Verdict.REFUSED;
        compare("content", who, file, expected, new Sent("GET", file.url(), null));
        compare("download_file", who, file, expected, Sent.get(DOWNLOAD, "file_url", file.url()));
    }

    /** An archive holds those of the named Files that the caller may read. */
    private void archive(Person who) {
        Reply reply = caller.send(
                who,
                Sent.post(ARCHIVE, "files", files.stream().map(Attachment::name).toList()));
        for (Attachment file : files) {
            boolean expected = !who.isGuest() && file.opens(model, who);
            if (reply.text().contains(file.title()) != expected) {
                differences.add("zip_files by " + who + " of " + file + " should hold it: " + expected);
            }
        }
    }

    private void list(Person who) {
        Reply reply = caller.send(
                who,
                Sent.get(
                        "frappe.client.get_list",
                        "doctype",
                        "File",
                        "filters",
                        "{\"file_name\": [\"like\", \"mxfile%\"]}",
                        "limit_page_length",
                        0));
        Set<String> listed = new TreeSet<>();
        reply.json().path("message").forEach(row -> listed.add(row.path("name").asText()));
        for (Attachment file : files) {
            if (listed.contains(file.name()) != file.isListed(model, who)) {
                differences.add("list of Files by " + who + " should show: " + file.isListed(model, who) + " " + file);
            }
        }
    }

    private void records(Person who, Attachment file) {
        String path = "/api/resource/File/" + file.name();
        compare("File", who, file, file.opens(model, who) ? Verdict.ALLOWED : Verdict.REFUSED, Sent.to("GET", path));
        boolean mayChange = file.mayChange(model, who);
        compare(
                "File PUT",
                who,
                file,
                mayChange ? Verdict.ALLOWED : Verdict.REFUSED,
                Sent.to("PUT", path, "file_name", file.title()));
        if (!mayChange) {
            compare("File DELETE", who, file, Verdict.REFUSED, Sent.to("DELETE", path));
            if (!stage.exists(file)) {
                differences.add("deleted by " + who + ": " + file);
            }
        }
    }

    private void compare(String call, Person who, Attachment file, Verdict expected, Sent sent) {
        Reply reply = caller.send(who, sent);
        if (reply.verdict() != expected) {
            differences.add(call + " should be " + expected + ", is " + reply + " -- by " + who + " of " + file);
        }
    }
}
