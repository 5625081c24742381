package org.affogato.api.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.registry.MethodParameter;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Requires.Access;

/** The operations on documents and the calls of methods. */
final class Operations {
    private static final List<String> LIST_PARAMETERS =
            List.of("fields", "filters", "or_filters", "order_by", "group_by", "limit_start", "limit_page_length");

    private final JsonGenerator out;

    Operations(JsonGenerator out) {
        this.out = out;
    }

    void writeDoctype(Meta meta) throws IOException {
        String path = "/api/resource/" + meta.name().replace("{", "").replace("}", "");
        if (!meta.isSingle()) {
            out.writeObjectFieldStart(path);
            writeList(meta);
            writeOne("post", "Make a " + meta.name(), meta, "create", true);
            out.writeEndObject();
        }
        out.writeObjectFieldStart(path + "/{name}");
        writeNameParameter();
        writeOne("get", "Read a " + meta.name(), meta, "read", false);
        writeOne("put", "Change a " + meta.name(), meta, "update", true);
        writeDelete(meta);
        out.writeEndObject();
    }

    private void begin(String verb, String summary, Meta meta, String action) throws IOException {
        out.writeObjectFieldStart(verb);
        out.writeStringField("summary", summary);
        out.writeStringField("operationId", action + "." + Schemas.component(meta.name()));
        writeTag(meta.module().isEmpty() ? "DocTypes" : meta.module());
    }

    private void writeTag(String tag) throws IOException {
        out.writeArrayFieldStart("tags");
        out.writeString(tag);
        out.writeEndArray();
    }

    private void writeList(Meta meta) throws IOException {
        begin("get", "List " + meta.name(), meta, "list");
        out.writeArrayFieldStart("parameters");
        for (String name : LIST_PARAMETERS) {
            writeParameter(name, "query", false);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("responses");
        out.writeObjectFieldStart("200");
        out.writeStringField("description", "Rows");
        beginData();
        out.writeStringField("type", "array");
        out.writeObjectFieldStart("items");
        out.writeStringField("type", "object");
        out.writeEndObject();
        endData();
        writeErrors();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void writeOne(String verb, String summary, Meta meta, String action, boolean body) throws IOException {
        begin(verb, summary, meta, action);
        if (body) {
            out.writeObjectFieldStart("requestBody");
            out.writeBooleanField("required", verb.equals("post"));
            beginJson();
            out.writeStringField("$ref", Schemas.reference(meta.name()));
            endJson();
            out.writeEndObject();
        }
        out.writeObjectFieldStart("responses");
        out.writeObjectFieldStart("200");
        out.writeStringField("description", "The document");
        beginData();
        out.writeStringField("$ref", Schemas.reference(meta.name()));
        endData();
        writeErrors();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void writeDelete(Meta meta) throws IOException {
        begin("delete", "Delete a " + meta.name(), meta, "delete");
        out.writeObjectFieldStart("responses");
        out.writeObjectFieldStart("202");
        out.writeStringField("description", "It is gone");
        out.writeEndObject();
        writeErrors();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void writeNameParameter() throws IOException {
        out.writeArrayFieldStart("parameters");
        writeParameter("name", "path", true);
        out.writeEndArray();
    }

    private void writeParameter(String name, String where, boolean required) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", name);
        out.writeStringField("in", where);
        out.writeBooleanField("required", required);
        out.writeObjectFieldStart("schema");
        out.writeStringField("type", "string");
        out.writeEndObject();
        out.writeEndObject();
    }

    void writeMethod(String path, WhitelistedMethod method) throws IOException {
        out.writeObjectFieldStart("/api/method/" + path);
        out.writeObjectFieldStart(method.takes("POST") ? "post" : method.takes("GET") ? "get" : "put");
        out.writeStringField("operationId", path);
        writeTag("Methods");
        if (method.requires().access() == Access.GUEST) {
            out.writeArrayFieldStart("security");
            out.writeEndArray();
        }
        out.writeObjectFieldStart("requestBody");
        beginJson();
        writeArguments(method.parameters());
        endJson();
        out.writeEndObject();
        out.writeObjectFieldStart("responses");
        out.writeObjectFieldStart("200");
        out.writeStringField("description", "What the method answers, under message");
        out.writeEndObject();
        writeErrors();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void writeArguments(List<MethodParameter> parameters) throws IOException {
        out.writeStringField("type", "object");
        out.writeObjectFieldStart("properties");
        for (MethodParameter parameter : parameters) {
            out.writeObjectFieldStart(parameter.name());
            writeType(parameter.type());
            out.writeEndObject();
        }
        out.writeEndObject();
        List<String> required = parameters.stream()
                .filter(parameter -> !parameter.optional() && parameter.otherwise() == null)
                .map(MethodParameter::name)
                .toList();
        if (!required.isEmpty()) {
            out.writeArrayFieldStart("required");
            for (String name : required) {
                out.writeString(name);
            }
            out.writeEndArray();
        }
    }

    private void writeType(Class<?> type) throws IOException {
        switch (type.getSimpleName()) {
            case "String" -> out.writeStringField("type", "string");
            case "boolean", "Boolean" -> out.writeStringField("type", "boolean");
            case "int", "Integer", "long", "Long" -> out.writeStringField("type", "integer");
            case "double", "Double" -> out.writeStringField("type", "number");
            case "Map" -> out.writeStringField("type", "object");
            case "List" -> out.writeStringField("type", "array");
            default -> {} // any value
        }
    }

    private void writeErrors() throws IOException {
        out.writeObjectFieldStart("default");
        out.writeStringField("$ref", "#/components/responses/Error");
        out.writeEndObject();
    }

    private void beginJson() throws IOException {
        out.writeObjectFieldStart("content");
        out.writeObjectFieldStart("application/json");
        out.writeObjectFieldStart("schema");
    }

    private void endJson() throws IOException {
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Inside of the response: an object with {@code data}, whose schema is written next. */
    private void beginData() throws IOException {
        beginJson();
        out.writeStringField("type", "object");
        out.writeObjectFieldStart("properties");
        out.writeObjectFieldStart("data");
    }

    private void endData() throws IOException {
        out.writeEndObject();
        out.writeEndObject();
        endJson();
        out.writeEndObject();
    }
}
