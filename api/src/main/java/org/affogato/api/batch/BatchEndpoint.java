package org.affogato.api.batch;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.request.Data;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.api.request.RequestRunner;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.engine.error.MethodNotAllowed;
import org.affogato.engine.spi.Context;

/**
 * {@code POST /api/batch}: several calls of one sender in one round trip, either all or nothing (the default) or each
 * on its own. Each part is answered with the status and body that it would have had alone. Frappe has no counterpart.
 */
@Singleton
public class BatchEndpoint {
    /** Where batches are taken. */
    public static final String PATH = "/api/batch";

    private final Provider<RequestRunner> runner;

    BatchEndpoint(Provider<RequestRunner> runner) {
        this.runner = runner;
    }

    /**
     * @param find leads a part to its action
     */
    public Action find(HttpCall call, Function<HttpCall, Action> find) {
        if (!call.verb().equals("POST")) {
            throw new MethodNotAllowed("A batch", "POST");
        }
        Batch batch = Batch.of(call);
        return (Data) context -> reply(batch.atomic() ? together(batch, find, context) : apart(batch, find, context));
    }

    /** All parts in the call's transaction; the first that fails undoes them all. */
    private List<Reply> together(Batch batch, Function<HttpCall, Action> find, Context context) {
        List<Reply> replies = new ArrayList<>();
        for (HttpCall part : batch.parts()) {
            context.answer().set("failed_part", replies.size());
            replies.add(part.changes() ? within(context, part, find) : undone(context, part, find));
        }
        return replies;
    }

    private Reply within(Context context, HttpCall part, Function<HttpCall, Action> find) {
        return runner.get().runWithin(context, part, find);
    }

    /** What a reading part writes is rolled back, as it would be alone. */
    private Reply undone(Context context, HttpCall part, Function<HttpCall, Action> find) {
        List<Reply> reply = new ArrayList<>();
        try {
            context.database().savepoint(() -> {
                reply.add(within(context, part, find));
                throw new Undo();
            });
        } catch (Undo expected) {
            return reply.getFirst();
        }
        throw new IllegalStateException("A savepoint swallowed an error");
    }

    private List<Reply> apart(Batch batch, Function<HttpCall, Action> find, Context context) {
        return batch.parts().stream()
                .map(part -> runner.get().runAs(context.user(), part, find))
                .toList();
    }

    private static Reply reply(List<Reply> replies) {
        byte[] body = JsonWriter.bytes(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("data");
            for (Reply reply : replies) {
                PartReply.write(out, reply);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
        return Reply.json(200, body);
    }

    /** Thrown to leave a savepoint without what was written in it. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1;

        Undo() {
            super(null, null, false, false);
        }
    }
}
