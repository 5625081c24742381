package org.affogato.api.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.affogato.engine.Engine;
import org.junit.jupiter.api.Test;

/** The tree view shows and adds what the model says, with User Permissions for nodes and what is below them. */
@QuarkusTest
class TreesMatrixTest {
    private static final int ROUNDS = 6;

    @Inject
    Engine engine;

    private TreeStage stage;
    private Draw draw;
    private List<Rule> rules;
    private List<Person> people;
    private Comparison comparison;

    @Test
    void treesFollowTheDocumentedRules() {
        compare(PermissionMatrixTest.SEED);
    }

    void compare(long seed) {
        prepare(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Paper> nodes = nodes();
            stage.place(nodes);
            people.forEach(who -> compare(who, nodes));
            compare(Person.GUEST, nodes);
            compare(Person.ADMINISTRATOR, nodes);
        }
        stage.clear();
        comparison.assertNone(seed);
    }

    private void prepare(long seed) {
        draw = new Draw(seed);
        Site site = new Site(engine);
        stage = new TreeStage(engine);
        site.define();
        site.clear();
        stage.define();
        rules = draw.rules(List.of(TreeStage.DOCTYPE));
        people = draw.people(Site.DOCTYPES).stream()
                .map(TreesMatrixTest::restricted)
                .toList();
        site.rule(rules);
        site.invite(people);
        comparison = new Comparison(site, site, new Caller("http://localhost:" + RestAssured.port));
    }

    /** Who is restricted to a region is restricted to the node of its name instead. */
    private static Person restricted(Person who) {
        return who.restrictedTo(who.permits().stream()
                .filter(permit -> !Site.DOCTYPES.contains(permit.allow()))
                .map(TreesMatrixTest::restricted)
                .toList());
    }

    private static Permit restricted(Permit permit) {
        Permit here = Site.DOCTYPES.getFirst().equals(permit.onlyFor()) ? permit.onlyFor(TreeStage.DOCTYPE) : permit;
        return here.allow().equals(Model.REGION) ? here.to(TreeStage.DOCTYPE, TreeStage.node(here.value())) : here;
    }

    private List<Paper> nodes() {
        List<Paper> nodes = new ArrayList<>();
        for (String node : TreeStage.PARENTS.keySet()) {
            Person who = people.get(draw.number(people.size()));
            nodes.add(draw.fresh(TreeStage.DOCTYPE, who)
                    .named(node)
                    .at(0)
                    .in(null)
                    .rowless());
        }
        return nodes;
    }

    private void compare(Person who, List<Paper> nodes) {
        Model model = new Model(rules, TreeStage.PARENTS, nodes, false, false, Set.of());
        nodes.forEach(node -> comparison.read(Trees.children(), model, who, node));
        Trees.wholes().forEach(call -> comparison.read(call, model, who, nodes.getFirst()));
        Verdict verdict = comparison.read(Trees.adding(), model, who, nodes.get(draw.number(nodes.size())));
        assertThat(stage.added()).as("nodes added by %s", who).isEqualTo(verdict == Verdict.ALLOWED ? 1 : 0);
        if (verdict == Verdict.ALLOWED) {
            stage.removeAdded();
        }
    }
}
