package org.affogato.api.permission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.affogato.engine.Engine;
import org.junit.jupiter.api.Test;

/** Every endpoint treats a Single as the model says: by role, owner, share, User Permission and permlevel. */
@QuarkusTest
class SinglesMatrixTest {
    private static final int ROUNDS = 3;

    @Inject
    Engine engine;

    private Site site;
    private SingleStage stage;
    private Draw draw;
    private List<Rule> rules;
    private List<Person> people;
    private Comparison comparison;

    @Test
    void singlesFollowTheDocumentedRules() {
        compare(PermissionMatrixTest.SEED);
    }

    void compare(long seed) {
        prepare(seed);
        rounds();
        site.set("apply_strict_user_permissions", 1);
        rounds();
        site.set("apply_strict_user_permissions", 0);
        comparison.assertNone(seed);
    }

    private void prepare(long seed) {
        draw = new Draw(seed);
        site = new Site(engine);
        stage = new SingleStage(engine);
        site.define();
        site.clear();
        stage.define();
        rules = draw.rules(List.of(SingleStage.DOCTYPE));
        people = draw.people(Site.DOCTYPES).stream()
                .map(SinglesMatrixTest::restricted)
                .toList();
        site.rule(rules);
        site.invite(people);
        comparison = new Comparison(site, stage, new Caller("http://localhost:" + RestAssured.port));
    }

    /** By regions and brands only; what is for one DocType of the matrix may be for the Single. */
    private static Person restricted(Person who) {
        return who.restrictedTo(who.permits().stream()
                .filter(permit -> !Site.DOCTYPES.contains(permit.allow()))
                .map(permit -> Site.DOCTYPES.getFirst().equals(permit.onlyFor())
                        ? permit.onlyFor(SingleStage.DOCTYPE)
                        : permit)
                .toList());
    }

    private void rounds() {
        for (int round = 0; round < ROUNDS; round++) {
            for (Person who : people) {
                reads(who, SingleStage.paper(draw, who));
            }
        }
        for (Call call : Singles.writes()) {
            for (Person who : people) {
                write(call, who, SingleStage.paper(draw, who));
            }
            write(call, Person.GUEST, SingleStage.paper(draw, people.get(1)));
            write(call, Person.ADMINISTRATOR, SingleStage.paper(draw, people.get(1)));
        }
    }

    private void reads(Person who, Paper paper) {
        stage.place(paper);
        for (Call call : Singles.reads()) {
            comparison.read(call, model(paper), who, paper);
            comparison.read(call, model(paper), Person.GUEST, paper);
        }
        stage.remove(paper);
    }

    private void write(Call call, Person who, Paper paper) {
        comparison.write(call, model(paper), who, paper);
    }

    /** Strictness passes Singles over: their links are often empty. */
    private Model model(Paper paper) {
        return new Model(rules, Draw.REGIONS, List.of(paper), false, false, Set.of());
    }
}
