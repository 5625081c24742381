package org.affogato.api.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;
import org.jspecify.annotations.Nullable;

/** Files with contents, drawn: attached to documents, to none, or to one that is gone; some contents twice. */
final class FileStage {
    private static final String TITLES = "mxfile";
    private static final List<String> FOLDERS = List.of("Home", "Home/Attachments");

    private final Engine engine;
    private final Draw draw;

    FileStage(Engine engine, Draw draw) {
        this.engine = engine;
        this.draw = draw;
    }

    void clear() {
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.database().execute("DELETE FROM {File} WHERE file_name LIKE '" + TITLES + "%'"));
    }

    List<Attachment> place(int count, List<Paper> papers, List<Person> people) {
        List<Attachment> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean astray = draw.one(8);
            Paper paper = astray || draw.one(4) ? null : papers.get(draw.number(papers.size()));
            String title = TITLES + "-" + i + ".txt";
            boolean isPrivate = !draw.one(5);
            String owner = draw.one(3) ? people.get(draw.number(people.size())).name() : "nobody@example.com";
            Map<String, @Nullable Object> values = values(title, isPrivate, paper);
            values.put("content", "content of " + title);
            Attachment file = insert(values, owner, paper, astray);
            files.add(file);
            if (isPrivate && draw.one(4)) {
                files.add(again(file, papers.get(draw.number(papers.size()))));
            }
        }
        return files;
    }

    /** The same content, attached to another document too. */
    private Attachment again(Attachment file, Paper paper) {
        Map<String, @Nullable Object> values = values(file.title().replace(".txt", "b.txt"), true, paper);
        values.put("file_url", file.url());
        return insert(values, "nobody@example.com", paper, false);
    }

    private Map<String, @Nullable Object> values(String title, boolean isPrivate, @Nullable Paper paper) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("file_name", title);
        values.put("is_private", isPrivate ? 1 : 0);
        values.put("folder", draw.any(FOLDERS));
        if (paper != null) {
            values.put("attached_to_doctype", paper.doctype());
            values.put("attached_to_name", paper.name());
        }
        return values;
    }

    private Attachment insert(
            Map<String, @Nullable Object> values, String owner, @Nullable Paper paper, boolean astray) {
        return engine.run(Context.ADMINISTRATOR, context -> {
            Context free = context.with(Flags.NONE.ignoringPermissions());
            Document file = free.documents().insert(free.documents().create("File", values));
            context.database().execute("UPDATE {File} SET owner = ? WHERE name = ?", owner, file.name());
            if (astray) {
                context.database()
                        .execute(
                                "UPDATE {File} SET attached_to_doctype = ?, attached_to_name = 'gone' WHERE name = ?",
                                Site.DOCTYPES.getFirst(),
                                file.name());
            }
            return new Attachment(
                    file.name(),
                    file.text("file_name"),
                    file.text("file_url"),
                    owner,
                    file.check("is_private"),
                    paper,
                    astray);
        });
    }

    boolean exists(Attachment file) {
        return engine.run(Context.ADMINISTRATOR, context -> context.documents().exists("File", file.name()));
    }
}
