package org.affogato.api.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.affogato.api.request.Reply;
import org.affogato.engine.error.ValidationError;

/** A part's answer as an object: {@code status}, {@code body} and, for a document, its {@code etag}. */
final class PartReply {
    private PartReply() {}

    static void write(JsonGenerator out, Reply reply) throws IOException {
        out.writeStartObject();
        out.writeNumberField("status", reply.status());
        String tag = reply.headers().get("ETag");
        if (tag != null) {
            out.writeStringField("etag", tag);
        }
        writeBody(out, reply);
        out.writeEndObject();
    }

    private static void writeBody(JsonGenerator out, Reply reply) throws IOException {
        if (!(reply.body() instanceof Reply.Bytes(byte[] bytes))) {
            throw new ValidationError("A file cannot be fetched within a batch");
        }
        if (bytes.length == 0) {
            return;
        }
        out.writeFieldName("body");
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (reply.mediaType().equals("application/json")) {
            out.writeRawValue(text);
        } else {
            out.writeString(text);
        }
    }
}
