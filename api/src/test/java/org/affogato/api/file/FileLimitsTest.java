package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.content;
import static org.affogato.api.file.FileCalls.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FileLimitsTest {
    private static final int MEGABYTE = 1024 * 1024;

    private FileSite site;

    @BeforeEach
    void findSite() {
        site = FileSite.site();
    }

    /** The answer to a call while a setting of the site stands. */
    private Response where(String setting, Object value, Object before, Supplier<Response> call) {
        try {
            site.set(setting, value);
            return call.get();
        } finally {
            site.set(setting, before);
        }
    }

    @Test
    void refusesMoreThanTheLargestSize() {
        String text = unique("") + "x".repeat(MEGABYTE);
        where("max_file_size", 1, 0, () -> site.administrator.upload(unique(".txt"), FileCalls.bytes(text)))
                .then()
                .statusCode(417)
                .body("exc_type", equalTo("MaxFileSizeReachedError"));
        where(
                        "max_file_size",
                        1,
                        0,
                        () -> site.administrator.insert(Map.of("file_name", unique(".txt"), "content", text)))
                .then()
                .statusCode(417)
                .body("exc_type", equalTo("MaxFileSizeReachedError"));
        site.administrator.upload(unique(".txt"), FileCalls.bytes(text)).then().statusCode(200);
    }

    @Test
    void refusesPiecesThatAreTooLargeTogether() {
        String name = unique(".txt");
        byte[] piece = FileCalls.bytes(unique("") + "x".repeat(MEGABYTE * 3 / 5));
        String[] first = {"total_chunk_count", "2", "chunk_index", "0", "chunk_byte_offset", "0"};
        String[] second = {
            "total_chunk_count", "2", "chunk_index", "1", "chunk_byte_offset", String.valueOf(piece.length)
        };
        where("max_file_size", 1, 0, () -> {
                    site.administrator.upload(name, piece, first).then().statusCode(200);
                    return site.administrator.upload(name, piece, second);
                })
                .then()
                .statusCode(417)
                .body("exc_type", equalTo("MaxFileSizeReachedError"));
    }

    @Test
    void tellsTheLargestSize() {
        assertThat(where("max_file_size", 3, 0, this::largest).<Integer>path("message"))
                .isEqualTo(3 * MEGABYTE);
        assertThat(largest().<Integer>path("message")).isEqualTo(25 * MEGABYTE);
    }

    private Response largest() {
        return FileCalls.GUEST.request().get("/api/method/frappe.core.api.file.get_max_file_size");
    }

    @Test
    void takesTheEndingsOnlyThatTheSiteNames() {
        String allowed = "PNG\nTXT\n";
        where("allowed_file_extensions", allowed, "", () -> site.administrator.upload(unique(".csv"), content()))
                .then()
                .statusCode(417)
                .body("exc_type", equalTo("FileTypeNotAllowed"));
        where("allowed_file_extensions", allowed, "", () -> site.administrator.upload(unique(".txt"), content()))
                .then()
                .statusCode(200);
        where("allowed_file_extensions", allowed, "", () -> site.administrator.upload(unique(".odd"), content()))
                .then()
                .statusCode(417);
    }

    @Test
    void aDocumentHasAsManyAttachmentsAsItsDocTypeSays() {
        DeskUser desk = DeskUser.administrator();
        String doctype = site.doctype(2, List.of(Map.of("role", "System Manager")));
        String document = desk.insert(doctype, Map.of("title", DeskUser.unique("Full")));
        String[] target = {"doctype", doctype, "docname", document};
        String first = FileCalls.name(site.administrator.uploaded(unique(".txt"), content(), target));
        site.administrator.uploaded(unique(".txt"), content(), target);
        site.administrator
                .upload(unique(".txt"), content(), target)
                .then()
                .statusCode(417)
                .body("exc_type", equalTo("AttachmentLimitReached"));
        site.administrator.delete(first).then().statusCode(202);
        site.administrator.upload(unique(".txt"), content(), target).then().statusCode(200);
    }
}
