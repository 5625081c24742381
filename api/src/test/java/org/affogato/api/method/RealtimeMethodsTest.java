package org.affogato.api.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.Test;

/** What realtime servers and pages ask before they show anything. */
@QuarkusTest
class RealtimeMethodsTest {
    @Test
    void subscribesWhoMayRead() {
        DeskUser alice = DeskUser.with();
        String event = alice.insert("Event", Map.of("subject", "Tea", "starts_on", "2031-05-01 08:00:00"));
        Map<String, String> place = Map.of("doctype", "Event", "docname", event);

        assertThat(alice.get("frappe.realtime.can_subscribe_doc", place).<Boolean>path("message"))
                .isTrue();
        assertThat(DeskUser.with()
                        .get("frappe.realtime.can_subscribe_doc", place)
                        .statusCode())
                .isEqualTo(403);
        assertThat(alice.get("frappe.realtime.can_subscribe_doctype", Map.of("doctype", "Event"))
                        .<Boolean>path("message"))
                .isTrue();
        assertThat(alice.get("frappe.realtime.can_subscribe_doctype", Map.of("doctype", "Server Script"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsWhoCalls() {
        assertThat(RestAssured.get("/api/method/frappe.realtime.get_user_info").<Map<String, Object>>path("message"))
                .containsEntry("user", "Guest")
                .containsEntry("user_type", null);
        assertThat(DeskUser.administrator()
                        .get("frappe.realtime.get_user_info", Map.of())
                        .<String>path("message.user_type"))
                .isEqualTo("System User");
    }

    @Test
    void keepsTheTranslationsOfAText() {
        DeskUser admin = DeskUser.administrator();
        String text = DeskUser.unique("Cup");
        String update = "frappe.translate.update_translations_for_source";
        admin.post(update, Map.of("source", text, "translation_dict", "{\"de\": \"Tasse\", \"fr\": \"Tasse\"}"));
        admin.post(update, Map.of("source", text, "translation_dict", "{\"de\": \"Becher\"}"));

        List<Map<String, Object>> kept = admin.get("frappe.translate.get_translations", Map.of("source_text", text))
                .path("message");

        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst()).containsEntry("language", "de").containsEntry("translation", "Becher");
        assertThat(DeskUser.with()
                        .get("frappe.translate.get_translations", Map.of("source_text", text))
                        .statusCode())
                .isEqualTo(403);
        assertThat(RestAssured.get("/api/method/frappe.translate.get_all_languages")
                        .<List<String>>path("message"))
                .contains("en");
        assertThat(RestAssured.get("/api/method/frappe.translate.get_all_languages?with_language_name=1")
                        .<List<Map<String, String>>>path("message"))
                .contains(Map.of("language_code", "en", "language_name", "English"));
    }
}
