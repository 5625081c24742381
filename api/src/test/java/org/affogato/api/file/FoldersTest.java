package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.content;
import static org.affogato.api.file.FileCalls.name;
import static org.affogato.api.file.FileCalls.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FoldersTest {
    private static final String MODULE = "frappe.core.api.file.";

    private FileCalls caller;

    @BeforeEach
    void findCaller() {
        caller = FileSite.site().administrator;
    }

    private String folder(String parent) {
        return caller.post(MODULE + "create_new_folder", Map.of("file_name", unique(""), "folder", parent))
                .then()
                .statusCode(200)
                .extract()
                .path("message.name");
    }

    private Response move(String file, String to) {
        return caller.post(
                MODULE + "move_file",
                Map.of("file_list", List.of(Map.of("name", file)), "new_parent", to, "old_parent", "Home"));
    }

    private List<String> inside(String folder) {
        return caller.post(MODULE + "get_files_in_folder", Map.of("folder", folder))
                .then()
                .statusCode(200)
                .extract()
                .path("message.files.name");
    }

    @Test
    void aFolderIsNamedByItsPath() {
        String outer = folder("Home");
        String inner = folder(outer);
        assertThat(outer).startsWith("Home/f");
        assertThat(inner).startsWith(outer + "/f");
        caller.read(inner).then().statusCode(200).body("data.is_folder", equalTo(1));
    }

    @Test
    void aFolderThatIsThereAlreadyIsAnswered() {
        String there = folder("Home");
        caller.post(
                        MODULE + "create_new_folder",
                        Map.of("file_name", there.substring("Home/".length()), "folder", "Home"))
                .then()
                .statusCode(200)
                .body("message.name", equalTo(there));
    }

    @Test
    void filesMoveAlone() {
        String file = name(caller.uploaded(unique(".txt"), content()));
        String folder = folder("Home");
        move(file, folder).then().statusCode(200);
        assertThat(inside(folder)).containsExactly(file);
    }

    @Test
    void foldersMoveWithAllThatIsInThem() {
        String target = folder("Home");
        String outer = folder("Home");
        String inner = folder(outer);
        String file = name(caller.uploaded(unique(".txt"), content(), "folder", inner));
        move(outer, target).then().statusCode(200);
        String moved = target + outer.substring("Home".length());
        String movedInner = moved + inner.substring(outer.length());
        assertThat(inside(target)).containsExactly(moved);
        assertThat(inside(moved)).containsExactly(movedInner);
        assertThat(inside(movedInner)).containsExactly(file);
        caller.read(outer).then().statusCode(404);
    }

    @Test
    void aFolderNeverMovesIntoItself() {
        String outer = folder("Home");
        String inner = folder(outer);
        move(outer, inner).then().statusCode(417);
        move(outer, outer).then().statusCode(417);
    }

    @Test
    void onlyEmptyFoldersAreDeleted() {
        String folder = folder("Home");
        String file = name(caller.uploaded(unique(".txt"), content(), "folder", folder));
        caller.delete(folder).then().statusCode(417).body("exc_type", equalTo("FolderNotEmpty"));
        caller.delete(file).then().statusCode(202);
        caller.delete(folder).then().statusCode(202);
        caller.read(folder).then().statusCode(404);
    }

    @Test
    void homeAndAttachmentsStay() {
        caller.delete("Home").then().statusCode(417);
        caller.delete("Home/Attachments").then().statusCode(417);
    }

    @Test
    void filesGoIntoFoldersThatAreThere() {
        caller.upload(unique(".txt"), content(), "folder", "Home/" + unique(""))
                .then()
                .statusCode(417)
                .body("exc_type", equalTo("LinkValidationError"));
    }

    @Test
    void listsAFolderPageByPage() {
        String folder = folder("Home");
        for (int i = 0; i < 3; i++) {
            caller.uploaded(unique(".txt"), content(), "folder", folder);
        }
        caller.post(MODULE + "get_files_in_folder", Map.of("folder", folder, "page_length", 2))
                .then()
                .body("message.files.size()", equalTo(2))
                .body("message.has_more", equalTo(true));
        caller.post(MODULE + "get_files_in_folder", Map.of("folder", folder, "start", 2, "page_length", 2))
                .then()
                .body("message.files.size()", equalTo(1))
                .body("message.has_more", equalTo(false));
    }

    @Test
    void findsFilesByAPartOfTheirName() {
        String name = unique(".txt");
        String file = name(caller.uploaded(name, content()));
        caller.post(MODULE + "get_files_by_search_text", Map.of("text", name.substring(1, 9)))
                .then()
                .statusCode(200)
                .body("message.name", equalTo(List.of(file)));
        caller.post(MODULE + "get_files_by_search_text", Map.of("text", ""))
                .then()
                .body("message", equalTo(List.of()));
    }

    @Test
    void movingNeedsTheRightToChangeTheFile() {
        String file = name(caller.uploaded(unique(".txt"), content()));
        FileSite.site()
                .other
                .post(
                        MODULE + "move_file",
                        Map.of(
                                "file_list",
                                List.of(Map.of("name", file)),
                                "new_parent",
                                "Home/Attachments",
                                "old_parent",
                                "Home"))
                .then()
                .statusCode(403);
    }
}
