package org.affogato.api.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.api.request.RequestRunner;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.engine.Engine;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * {@code /openapi}: what this site's API offers to the one who asks. Visitors see the methods only: the definitions of
 * a site are for its users, and each sees the DocTypes that it may read.
 */
@Path("/openapi{suffix:(\\.json)?}")
@RunOnVirtualThread
public class OpenApiEndpoint {
    private final RequestRunner runner;
    private final Engine engine;

    public OpenApiEndpoint(RequestRunner runner, Engine engine) {
        this.runner = runner;
        this.engine = engine;
    }

    @GET
    public Response get(@Context HttpServerRequest request) {
        return runner.run(new HttpCall(request, null), call -> new Description())
                .toResponse();
    }

    private final class Description implements Action {
        @Override
        public String key() {
            return "message";
        }

        @Override
        public @Nullable Object run(org.affogato.engine.spi.Context context) {
            List<Meta> metas = context.isGuest() ? List.of() : readable(context);
            return Reply.json(200, JsonWriter.bytes(out -> write(out, metas)));
        }
    }

    private static List<Meta> readable(org.affogato.engine.spi.Context context) {
        List<Meta> metas = new ArrayList<>();
        ListRequest all = ListRequest.all("DocType", List.of("name"), null).orderedBy("name asc");
        for (Map<String, @Nullable Object> row : context.documents().list(all)) {
            Meta meta = context.meta(String.valueOf(row.get("name")));
            if (meta.isChild() || context.permissions().has(Right.READ, meta.name())) {
                metas.add(meta);
            }
        }
        return metas;
    }

    private void write(JsonGenerator out, List<Meta> metas) throws IOException {
        out.writeStartObject();
        out.writeStringField("openapi", "3.1.0");
        out.writeObjectFieldStart("info");
        out.writeStringField("title", "Affogato: " + engine.settings().site());
        out.writeStringField("version", "1");
        out.writeEndObject();
        writeSecurity(out);
        out.writeFieldName("paths");
        JsonWriter.write(out, paths(metas));
        writeComponents(out, metas);
        out.writeEndObject();
    }

    private static void writeSecurity(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("security");
        for (String scheme : List.of("token", "session")) {
            out.writeStartObject();
            out.writeArrayFieldStart(scheme);
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private Map<String, Object> paths(List<Meta> metas) {
        Operations operations = new Operations();
        metas.stream().filter(meta -> !meta.isChild()).forEach(operations::addDoctype);
        operations.addVersionTwo();
        engine.methods().all().forEach(operations::addMethod);
        return operations.paths();
    }

    private static void writeComponents(JsonGenerator out, List<Meta> metas) throws IOException {
        out.writeObjectFieldStart("components");
        out.writeObjectFieldStart("schemas");
        for (Meta meta : metas) {
            for (Shape shape : Shape.values()) {
                Schemas.write(out, meta, shape);
            }
        }
        if (!metas.isEmpty()) {
            writeSent(out);
        }
        for (Map.Entry<String, Object> schema : ErrorResponses.schemas().entrySet()) {
            out.writeFieldName(schema.getKey());
            JsonWriter.write(out, schema.getValue());
        }
        out.writeEndObject();
        out.writeFieldName("responses");
        JsonWriter.write(out, ErrorResponses.responses());
        out.writeObjectFieldStart("securitySchemes");
        writeScheme(out, "token", "header", "Authorization");
        writeScheme(out, "session", "cookie", "sid");
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Any single value. */
    private static void writeSent(JsonGenerator out) throws IOException {
        out.writeFieldName(Shape.SENT);
        JsonWriter.write(out, Tree.of("type", List.of("string", "number", "boolean", "null")));
    }

    private static void writeScheme(JsonGenerator out, String name, String where, String key) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("type", "apiKey");
        out.writeStringField("in", where);
        out.writeStringField("name", key);
        out.writeEndObject();
    }
}
