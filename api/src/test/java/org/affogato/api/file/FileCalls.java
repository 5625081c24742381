package org.affogato.api.file;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.affogato.api.method.desk.DeskUser;

/** What one caller does with files. */
final class FileCalls {
    static final FileCalls GUEST = new FileCalls(RestAssured::given);

    private final Supplier<RequestSpecification> caller;

    private FileCalls(Supplier<RequestSpecification> caller) {
        this.caller = caller;
    }

    static FileCalls of(DeskUser user) {
        return new FileCalls(user::request);
    }

    /** A name of a file that no other call gives. */
    static String unique(String ending) {
        return "f" + UUID.randomUUID().toString().substring(0, 8) + ending;
    }

    /** A content that no other call gives: equal ones are kept once. */
    static byte[] content() {
        return bytes("content " + UUID.randomUUID());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    RequestSpecification request() {
        return caller.get();
    }

    /**
     * @param fields names and values of the form
     */
    Response upload(String fileName, byte[] content, String... fields) {
        return form(fields).multiPart("file", fileName, content).post("/api/method/upload_file");
    }

    /** An upload that names a file rather than bringing one. */
    Response uploadNothing(String... fields) {
        return form(fields).multiPart("is_private", "0").post("/api/method/upload_file");
    }

    private RequestSpecification form(String... fields) {
        RequestSpecification form = request();
        for (int i = 0; i < fields.length; i += 2) {
            form.multiPart(fields[i], fields[i + 1]);
        }
        return form;
    }

    /** The File of an upload that was taken. */
    Map<String, Object> uploaded(String fileName, byte[] content, String... fields) {
        return upload(fileName, content, fields)
                .then()
                .statusCode(200)
                .extract()
                .path("message");
    }

    Response insert(Map<String, ?> values) {
        return json(values).post("/api/resource/File");
    }

    Response read(String name) {
        return request().get("/api/resource/File/{name}", name);
    }

    Response change(String name, Map<String, ?> values) {
        return json(values).put("/api/resource/File/{name}", name);
    }

    Response delete(String name) {
        return request().delete("/api/resource/File/{name}", name);
    }

    Response post(String method, Map<String, ?> arguments) {
        return json(arguments).post("/api/method/{method}", method);
    }

    private RequestSpecification json(Map<String, ?> values) {
        return request().contentType(ContentType.JSON).body(values);
    }

    /** A method of one File. */
    Response run(String method, String name, Map<String, ?> arguments) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("dt", "File");
        call.put("dn", name);
        call.put("method", method);
        call.put("args", arguments);
        return post("run_doc_method", call);
    }

    /**
     * @param headers names and values
     */
    Response get(String url, String... headers) {
        return with(headers).get(url);
    }

    Response head(String url, String... headers) {
        return with(headers).head(url);
    }

    private RequestSpecification with(String... headers) {
        RequestSpecification call = request().urlEncodingEnabled(false);
        for (int i = 0; i < headers.length; i += 2) {
            call.header(headers[i], headers[i + 1]);
        }
        return call;
    }

    static String url(Map<String, Object> file) {
        return String.valueOf(file.get("file_url"));
    }

    static String name(Map<String, Object> file) {
        return String.valueOf(file.get("name"));
    }
}
