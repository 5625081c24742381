package org.affogato.api.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affogato.engine.Engine;
import org.junit.jupiter.api.Test;

/** Every endpoint answers and writes as the model says, on settings drawn from a seed. */
@QuarkusTest
class PermissionMatrixTest {
    static final long SEED = Long.getLong("seed", 20_261_201L);
    static final long OTHER_SEED = 1_796_107_197_740L;

    @Inject
    Engine engine;

    private Site site;
    private Caller caller;
    private List<Rule> rules;
    private List<Person> people;
    private List<Paper> standing;
    private Draw draw;
    private Comparison comparison;

    @Test
    void endpointsFollowTheDocumentedRules() {
        compare(SEED);
    }

    @Test
    void endpointsFollowThemOnAnotherSettingToo() {
        compare(OTHER_SEED);
    }

    /** The order of the steps is of no matter but to the settings of the site. */
    private void compare(long seed) {
        prepare(seed);
        pass(Site.DOCTYPES.get(0), model(false, false));
        site.set("apply_strict_user_permissions", 1);
        pass(Site.DOCTYPES.get(1), model(true, false));
        site.set("apply_strict_user_permissions", 0);
        site.set("disable_document_sharing", 1);
        withoutSharing(Site.DOCTYPES.get(0), model(false, true));
        site.set("disable_document_sharing", 0);
        site.disable(people.get(2));
        disabled(Site.DOCTYPES.get(0), people.get(2));
        comparison.assertNone(seed);
    }

    private void pass(String doctype, Model model) {
        reads(doctype, model);
        lists(doctype, model);
        writes(doctype, model);
    }

    private Model model(boolean strict, boolean sharingDisabled) {
        Set<String> importable =
                Site.DOCTYPES.stream().filter(Definitions::isImportable).collect(Collectors.toSet());
        return new Model(rules, Draw.REGIONS, standing, strict, sharingDisabled, importable);
    }

    private void prepare(long seed) {
        draw = new Draw(seed);
        rules = draw.rules(Site.DOCTYPES);
        people = draw.people(Site.DOCTYPES);
        standing = new ArrayList<>();
        for (String doctype : Site.DOCTYPES) {
            for (int person = 0; person < people.size(); person++) {
                for (int i = 0; i < Draw.STANDING; i++) {
                    String name = Draw.standing(doctype, person, i);
                    standing.add(draw.paper(doctype, name, people.get(person), doctype.endsWith("1")));
                }
            }
        }
        site = new Site(engine);
        site.define();
        site.clear();
        site.rule(rules);
        site.place(standing);
        site.invite(people);
        caller = new Caller("http://localhost:" + RestAssured.port);
        comparison = new Comparison(site, site, caller);
    }

    private void reads(String doctype, Model model) {
        List<Call> calls = DocumentReads.all();
        for (int person = 0; person < people.size(); person++) {
            for (Paper paper : standing) {
                boolean own =
                        paper.name().startsWith("MX-" + doctype.charAt(doctype.length() - 1) + "-" + person + "-");
                if (paper.doctype().equals(doctype) && (own || draw.one(60))) {
                    for (Call call : calls) {
                        comparison.read(call, model, people.get(person), paper);
                    }
                }
            }
        }
    }

    private void lists(String doctype, Model model) {
        Paper any = standing.stream()
                .filter(paper -> paper.doctype().equals(doctype))
                .findFirst()
                .orElseThrow();
        for (Call call :
                Stream.concat(Lists.all().stream(), Reports.all().stream()).toList()) {
            people.forEach(who -> comparison.read(call, model, who, any));
            comparison.read(call, model, Person.GUEST, any);
            comparison.read(call, model, Person.ADMINISTRATOR, any);
        }
    }

    private void writes(String doctype, Model model) {
        List<Call> calls = new ArrayList<>(Writes.all());
        calls.addAll(Sides.all());
        for (Call call : calls) {
            for (Person who : people) {
                comparison.write(call, model, who, draw.fresh(doctype, who));
            }
            comparison.write(call, model, Person.GUEST, draw.fresh(doctype, people.get(1)));
        }
    }

    private void withoutSharing(String doctype, Model model) {
        List<Call> calls = Stream.concat(DocumentReads.all().stream(), Sides.all().stream())
                .filter(call -> call.name().contains("share"))
                .toList();
        for (Call call : calls) {
            people.forEach(who -> comparison.write(call, model, who, draw.fresh(doctype, who)));
        }
    }

    /** Who is disabled is nobody. */
    private void disabled(String doctype, Person who) {
        Paper own = standing.stream()
                .filter(paper ->
                        paper.doctype().equals(doctype) && paper.owner().equals(who.name()))
                .findFirst()
                .orElseThrow();
        for (Call call : DocumentReads.all()) {
            assertThat(caller.send(who, call.request(who, own)).verdict())
                    .as("%s by a disabled user", call.name())
                    .isEqualTo(Verdict.REFUSED);
        }
    }

    @Test
    void amendmentsThatTheCallerDoesNotSeeAreNotTold() {
        prepare(SEED);
        Person who = new Person(people.get(1).name(), Set.of("All", "Guest"), List.of());
        site.rule(List.of(new Rule(Site.DOCTYPES.get(0), "All", 0, true, Set.of("read"))));
        Paper amended =
                draw.fresh(Site.DOCTYPES.get(0), who).at(2).ownedBy(who.name()).with(List.of());
        Paper amendment = amended.named(amended.name() + "-1").at(0).ownedBy("mx-0@example.com");
        site.place(List.of(amended, amendment));
        site.amend(amended, amendment);
        Sent asked =
                Sent.get("frappe.client.is_document_amended", "doctype", amended.doctype(), "docname", amended.name());
        assertThat(caller.send(Person.ADMINISTRATOR, asked).text()).contains(amendment.name());
        assertThat(caller.send(people.get(1), asked).text().contains(amendment.name()))
                .isEqualTo(model(false, false).lists(people.get(1), amendment));
    }
}
