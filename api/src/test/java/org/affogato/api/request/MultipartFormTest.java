package org.affogato.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.affogato.engine.spi.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields and files of forms, as browsers, libraries and the careless write them. */
class MultipartFormTest {
    private static final String END = "--B--\r\n";

    private static Map<String, @Nullable Object> read(String body) {
        return MultipartForm.read("multipart/form-data; boundary=B", body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String part(String disposition, String content) {
        return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static UploadedFile file(Map<String, @Nullable Object> form) {
        assertThat(form.get("file")).isInstanceOf(UploadedFile.class);
        return (UploadedFile) form.get("file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a--B\r\nb",
                "--B--",
                "\r\n--Bother\r\n",
                "\r\n -- B\r\n",
                "x--B--\r\n",
                "\r\n--B-\r\n",
                "\r\n",
                "\n\n",
                "\0\u00ff\u00fe\r",
                "\r\n--"
            })
    void filesMayHoldTheBoundaryInsideALine(String content) {
        String body = part("name=\"file\"; filename=\"a.bin\"", "." + content) + part("name=\"b\"", "1") + END;
        assertThat(file(read(body)).content()).isEqualTo(("." + content).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(body)).containsEntry("b", "1");
    }

    @Test
    void aFileMayBeginWithTheBoundarysLettersOrBeEmpty() {
        assertThat(file(read(part("name=file; filename=a", "--Bx") + END)).content())
                .isEqualTo("--Bx".getBytes());
        assertThat(file(read(part("name=file; filename=a", "") + END)).content())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text before\r\n--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--B--\r\ntext behind",
                "--B  \t\r\ncontent-disposition:form-data;name=a\r\n\r\nb\r\n--B--",
                "--B\nContent-Disposition: form-data; name=\"a\"\n\nb\n--B--\n",
                "--B\r\nX: 1\r\nContent-Disposition: FORM-DATA; NAME = \"a\"\r\nContent-Type: text/plain\r\n\r\nb\r\n--B--",
                "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--B\r\n\r\nunnamed\r\n--B--"
            })
    void readsFormsHoweverTheyAreWritten(String body) {
        assertThat(read(body)).containsExactly(Map.entry("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "--B", "--B--", "--B\r\n", "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n--B--"
            })
    void whatIsNoFormHoldsNothing(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void aFormThatWasCutOffHoldsNothing() {
        String whole = part("name=\"a\"", "b") + part("name=\"file\"; filename=\"x\"", "content");
        assertThat(read(whole)).isEmpty();
        assertThat(read(whole + END)).hasSize(2);
    }

    @Test
    void theFirstOfSeveralValuesCounts() {
        assertThat(read(part("name=\"a\"", "1") + part("name=\"a\"", "2") + END))
                .containsEntry("a", "1");
    }

    @Test
    void readsNamesOfFiles() {
        assertThat(file(read(part("name=\"file\"; filename=\"C:\\new \\\"x\\\".txt\"", "") + END))
                        .filename())
                .isEqualTo("C:\\new \"x\".txt");
        assertThat(file(read(part("name=file; filename=\"plain\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt", "") + END))
                        .filename())
                .isEqualTo("Grüße.txt");
    }

    @Test
    void longAndBrokenHeadersAreReadWithoutHarm() {
        assertThat(read(part("name=\"" + "\\a".repeat(500_000) + "\"", "1") + END))
                .containsValue("1");
        assertThat(read(part("name=\"" + "\\a".repeat(500_000), "1") + END)).hasSize(1);
    }

    @Test
    void withoutABoundaryThereIsNoForm() {
        byte[] body = (part("name=\"a\"", "b") + END).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MultipartForm.read("multipart/form-data", body)).isEmpty();
        assertThat(MultipartForm.read("multipart/form-data; boundary=\"B\"", body))
                .containsEntry("a", "b");
    }
}
