package org.affogato.api.method.desk.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first steps in a module, on its workspace. */
@QuarkusTest
class OnboardingTest {
    private static final String UPDATE = "frappe.desk.desktop.update_onboarding_step";

    private DeskUser administrator;
    private DeskUser learner;
    private String first;
    private String second;
    private String onboarding;
    private String workspace;

    @BeforeEach
    void make() {
        administrator = DeskUser.administrator();
        String role = DeskUser.unique("Learner");
        administrator.insert("Role", Map.of("role_name", role, "desk_access", 1));
        learner = DeskUser.with(role);
        first = step(Map.of("action", "Create Entry", "reference_document", "ToDo"));
        second = step(Map.of("action", "Watch Video", "video_url", "https://example.com/film"));
        onboarding = DeskUser.unique("Onboarding");
        administrator.insert(
                "Module Onboarding",
                Map.of(
                        "name", onboarding,
                        "title", "Begin here",
                        "subtitle", "Two steps",
                        "module", "Desk",
                        "success_message", "Well done",
                        "documentation_url", "https://example.com/begin",
                        "allow_roles", List.of(Map.of("role", role)),
                        "steps", List.of(Map.of("step", first), Map.of("step", second))));
        workspace = administrator.insert(
                "Workspace",
                Map.of(
                        "title",
                        DeskUser.unique("Start"),
                        "label",
                        DeskUser.unique("Start"),
                        "public",
                        1,
                        "content",
                        "[{\"type\": \"onboarding\", \"data\": {\"onboarding_name\": \"%s\"}},".formatted(onboarding)
                                + "{\"type\": \"onboarding\", \"data\": {\"onboarding_name\": \"None\"}}]"));
        enable(1);
    }

    @AfterEach
    void disable() {
        enable(0);
    }

    private String step(Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        String name = DeskUser.unique("Step");
        all.put("name", name);
        all.put("title", "Do " + name);
        return administrator.insert("Onboarding Step", all);
    }

    private void enable(int on) {
        administrator.post(
                "frappe.client.set_value",
                Map.of(
                        "doctype", "System Settings",
                        "name", "System Settings",
                        "fieldname", "enable_onboarding",
                        "value", on));
    }

    private ExtractableResponse<Response> open(DeskUser user) {
        return user.post(
                "frappe.desk.desktop.get_desktop_page", Map.of("page", "{\"name\": \"%s\"}".formatted(workspace)));
    }

    private List<Map<String, Object>> shown(DeskUser user) {
        return open(user).path("message.onboardings.items");
    }

    @Test
    void showsTheStepsToThoseWhoAreToTakeThem() {
        ExtractableResponse<Response> page = open(learner);
        assertThat(page.<Map<String, Object>>path("message.onboardings.items[0]"))
                .containsOnlyKeys("label", "title", "subtitle", "success", "docs_url", "items")
                .containsEntry("label", onboarding)
                .containsEntry("success", "Well done")
                .containsEntry("docs_url", "https://example.com/begin");
        assertThat(page.<List<String>>path("message.onboardings.items[0].items.label"))
                .containsExactly("Do " + first, "Do " + second);
        assertThat(page.<Integer>path("message.onboardings.items[0].items[0].is_submittable"))
                .isZero();
        assertThat(page.<Integer>path("message.onboardings.items[0].items[0].is_complete"))
                .isZero();
        assertThat(page.<String>path("message.onboardings.items[0].items[1].doctype"))
                .isEqualTo("Onboarding Step");
        assertThat(shown(DeskUser.with("System Manager"))).hasSize(1);
        assertThat(shown(DeskUser.ofTheDesk())).isEmpty();
        enable(0);
        assertThat(shown(learner)).isEmpty();
    }

    @Test
    void isThroughWhenEveryStepIsDoneOrSkipped() {
        update(learner, first, "is_complete", 1);
        assertThat(open(learner).<List<Integer>>path("message.onboardings.items[0].items.is_complete"))
                .containsExactly(1, 0);
        update(learner, second, "is_skipped", 1);
        assertThat(shown(learner)).isEmpty();
        assertThat(DeskUser.stored("Module Onboarding", onboarding, "is_complete"))
                .isEqualTo(1);
        update(learner, second, "is_skipped", 0);
        assertThat(shown(learner)).isEmpty();
        Map<String, Object> reset = Map.of("dt", "Module Onboarding", "dn", onboarding, "method", "reset_progress");
        assertThat(learner.post("run_doc_method", reset).statusCode()).isEqualTo(403);
        assertThat(administrator.post("run_doc_method", reset).statusCode()).isEqualTo(200);
        assertThat(open(learner).<List<Integer>>path("message.onboardings.items[0].items.is_complete"))
                .containsExactly(0, 0);
    }

    @Test
    void letsNothingBeWrittenButTheProgress() {
        assertThat(update(learner, first, "title", 1).statusCode()).isEqualTo(403);
        assertThat(update(learner, first, "owner", 1).statusCode()).isEqualTo(403);
        assertThat(DeskUser.stored("Onboarding Step", first, "title")).isEqualTo("Do " + first);
        assertThat(update(DeskUser.with(), first, "is_complete", 1).statusCode())
                .isEqualTo(403);
        assertThat(update(learner, "None", "is_complete", 1).statusCode()).isEqualTo(404);
    }

    @Test
    void answersTheStepsOfRows() {
        ExtractableResponse<Response> steps = learner.post(
                "frappe.desk.doctype.onboarding_step.onboarding_step.get_onboarding_steps",
                Map.of("ob_steps", "[{\"step\": \"%s\"}]".formatted(second)));
        assertThat(steps.<List<String>>path("message.name")).containsExactly(second);
        assertThat(steps.<String>path("message[0].label")).isEqualTo("Do " + second);
    }

    private static ExtractableResponse<Response> update(DeskUser user, String step, String field, Object value) {
        return user.post(UPDATE, Map.of("name", step, "field", field, "value", value));
    }
}
