package org.affogato.api.method.desk.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users hang on documents, who is told of it, and who may. */
@QuarkusTest
class SocialTest {
    private static final String SOCIAL_ROLE = "Blogger";
    private static final List<Map<String, Object>> READABLE = List.of(
            Map.of("role", "System Manager"),
            Map.of("role", SOCIAL_ROLE, "read", 1, "write", 0, "create", 0, "delete", 0, "share", 1));

    private DeskUser administrator;
    private String doctype;
    private String name;

    @BeforeEach
    void makeDocument() {
        administrator = DeskUser.administrator();
        doctype = administrator.doctype(Map.of("track_changes", 1, "permissions", READABLE), List.of());
        name = administrator.insert(doctype, Map.of("title", DeskUser.unique("paper")));
    }

    private Map<String, Object> comment(String content) {
        return Map.of(
                "reference_doctype", doctype,
                "reference_name", name,
                "content", content,
                "comment_email", "Administrator",
                "comment_by", "Administrator");
    }

    private static List<String> notifications(DeskUser user) {
        return user.get("frappe.desk.doctype.notification_log.notification_log.get_notification_logs", Map.of())
                .path("message.notification_logs.type");
    }

    @Test
    void tellsThoseWhoAreMentioned() {
        DeskUser mia = DeskUser.with(SOCIAL_ROLE);
        administrator.post(
                "frappe.desk.form.utils.add_comment",
                comment("<p>see <span class=\"mention\" data-id=\"" + mia.name() + "\">@Mia</span></p>"));
        assertThat(notifications(mia)).containsExactly("Mention");
    }

    @Test
    void tellsTheAssignedUserAndLetsThemRead() {
        DeskUser ned = DeskUser.with();
        Map<String, ?> place = Map.of("doctype", doctype, "name", name);
        assertThat(ned.get("frappe.client.get", place).statusCode()).isEqualTo(403);
        administrator.post(
                "frappe.desk.form.assign_to.add",
                Map.of("doctype", doctype, "name", name, "assign_to", List.of(ned.name())));
        assertThat(ned.get("frappe.client.get", place).statusCode()).isEqualTo(200);
        assertThat(notifications(ned)).containsExactly("Assignment");
        assertThat(DeskUser.stored(doctype, name, "_assign")).asString().contains(ned.name());
    }

    @Test
    void assignsSeveralDocumentsAndTakesThemBack() {
        String other = administrator.insert(doctype, Map.of("title", DeskUser.unique("paper")));
        DeskUser ned = DeskUser.with(SOCIAL_ROLE);
        List<String> names = List.of(name, other);
        administrator.post(
                "frappe.desk.form.assign_to.add_multiple",
                Map.of("doctype", doctype, "name", names, "assign_to", List.of(ned.name())));
        assertThat(DeskUser.stored(doctype, other, "_assign")).asString().contains(ned.name());
        administrator.post("frappe.desk.form.assign_to.remove_multiple", Map.of("doctype", doctype, "names", names));
        assertThat(DeskUser.stored(doctype, other, "_assign")).isEqualTo("[]");
        assertThat(DeskUser.stored(doctype, name, "_assign")).isEqualTo("[]");
    }

    @Test
    void sharesWithNotificationButNeverMoreThanOneHas() {
        DeskUser reader = DeskUser.with(SOCIAL_ROLE);
        DeskUser receiver = DeskUser.with();
        Map<String, ?> reading = Map.of("doctype", doctype, "name", name, "user", receiver.name(), "notify", 1);
        assertThat(reader.post("frappe.share.add", reading).statusCode()).isEqualTo(200);
        assertThat(notifications(receiver)).containsExactly("Share");
        Map<String, ?> writing = Map.of("doctype", doctype, "name", name, "user", receiver.name(), "write", 1);
        assertThat(reader.post("frappe.share.add", writing).statusCode()).isEqualTo(403);
        Map<String, ?> right =
                Map.of("doctype", doctype, "name", name, "user", receiver.name(), "permission_to", "write");
        assertThat(reader.post("frappe.share.set_permission", right).statusCode())
                .isEqualTo(403);
    }

    @Test
    void leavesDocumentsOfOthersAlone() {
        DeskUser stranger = DeskUser.with();
        Map<String, Map<String, ?>> calls = Map.of(
                "frappe.desk.like.toggle_like", Map.of("doctype", doctype, "name", name, "add", "Yes"),
                "frappe.desk.doctype.tag.tag.add_tag", Map.of("dt", doctype, "dn", name, "tag", "secret"),
                "frappe.desk.form.document_follow.update_follow",
                        Map.of("doctype", doctype, "doc_name", name, "following", true),
                "frappe.desk.form.assign_to.add",
                        Map.of("doctype", doctype, "name", name, "assign_to", List.of(stranger.name())),
                "frappe.desk.form.utils.add_comment", comment("hello"),
                "frappe.core.doctype.communication.email.make",
                        Map.of("doctype", doctype, "name", name, "content", "hello"));
        calls.forEach((method, arguments) -> assertThat(
                        stranger.post(method, arguments).statusCode())
                .as(method)
                .isEqualTo(403));
    }

    @Test
    void followsForOneselfOnly() {
        DeskUser reader = DeskUser.with(SOCIAL_ROLE);
        DeskUser other = DeskUser.with(SOCIAL_ROLE);
        Map<String, ?> following = Map.of("doctype", doctype, "doc_name", name, "user", other.name());
        assertThat(reader.post("frappe.desk.form.document_follow.follow_document", following)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void answersLikesAndTagsWithTheDocument() {
        DeskUser reader = DeskUser.with(SOCIAL_ROLE);
        reader.post("frappe.desk.like.toggle_like", Map.of("doctype", doctype, "name", name, "add", "Yes"));
        administrator.post("frappe.desk.doctype.tag.tag.add_tag", Map.of("dt", doctype, "dn", name, "tag", "blue"));
        var answer = administrator.get("frappe.desk.form.load.getdoc", Map.of("doctype", doctype, "name", name));
        assertThat(answer.<String>path("docs[0]._liked_by")).contains(reader.name());
        assertThat(answer.<String>path("docs[0]._user_tags")).isEqualTo("blue");
        assertThat(answer.<String>path("docinfo.tags")).isEqualTo("blue");
    }

    @Test
    void findsTaggedDocumentsThatTheCallerMayRead() {
        String tag = DeskUser.unique("tag").replace(' ', '-');
        administrator.post("frappe.desk.doctype.tag.tag.add_tag", Map.of("dt", doctype, "dn", name, "tag", tag));
        Map<String, ?> wanted = Map.of("tag", "#" + tag);
        String method = "frappe.desk.doctype.tag.tag.get_documents_for_tag";
        assertThat(administrator.get(method, wanted).<List<String>>path("message.name"))
                .containsExactly(name);
        assertThat(DeskUser.with().get(method, wanted).<List<?>>path("message")).isEmpty();
    }

    @Test
    void marksOwnNotificationsOnly() {
        DeskUser ned = DeskUser.with(SOCIAL_ROLE);
        administrator.post(
                "frappe.desk.form.assign_to.add",
                Map.of("doctype", doctype, "name", name, "assign_to", List.of(ned.name())));
        String logs = "frappe.desk.doctype.notification_log.notification_log.";
        String log = ned.get(logs + "get_notification_logs", Map.of()).path("message.notification_logs[0].name");
        DeskUser.with(SOCIAL_ROLE).post(logs + "mark_as_read", Map.of("docname", log));
        assertThat(DeskUser.stored("Notification Log", log, "read")).isEqualTo(0);
        ned.post(logs + "mark_as_read", Map.of("docname", log));
        assertThat(DeskUser.stored("Notification Log", log, "read")).isEqualTo(1);
    }

    @Test
    void writesMessagesIntoTheTimeline() {
        var made = administrator.post(
                "frappe.core.doctype.communication.email.make",
                Map.of(
                        "doctype", doctype,
                        "name", name,
                        "subject", "About the paper",
                        "content", "<p>read it</p>",
                        "recipients", "Ann Lee <ann@example.com>, Administrator"));
        assertThat(made.statusCode()).isEqualTo(417); // Administrator is no address
        made = administrator.post(
                "frappe.core.doctype.communication.email.make",
                Map.of(
                        "doctype", doctype,
                        "name", name,
                        "subject", "About the paper",
                        "content", "<p>read it</p>",
                        "recipients", "Ann Lee <ann@example.com>"));
        assertThat(made.<String>path("message.emails_not_sent_to")).isEmpty();
        var info = administrator.get("frappe.desk.form.load.get_docinfo", Map.of("doctype", doctype, "name", name));
        assertThat(info.<List<String>>path("docinfo.communications.subject")).containsExactly("About the paper");
        assertThat(info.<String>path("docinfo.communications[0].sender_full_name"))
                .isEqualTo("Administrator");
    }
}
