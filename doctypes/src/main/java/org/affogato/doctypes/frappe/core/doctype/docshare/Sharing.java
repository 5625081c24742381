package org.affogato.doctypes.frappe.core.doctype.docshare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** Grants and takes rights on one document; whoever calls has checked that the user may share it. */
public final class Sharing {
    static final List<Right> RIGHTS = List.of(Right.READ, Right.WRITE, Right.SUBMIT, Right.SHARE);

    private final Documents documents;

    public Sharing(Context context) {
        this.documents = context.with(context.flags().ignoringPermissions()).documents();
    }

    /** Gives a user read, write and share on the record about themselves. */
    public void grantOwnRecord(String doctype, String user) {
        Target target = new Target(doctype, user, user, false);
        if (find(target).isEmpty()) {
            grant(target, Map.of(Right.READ, true, Right.WRITE, true, Right.SHARE, true));
        }
    }

    /** Lets a user read a document. */
    public void grantRead(DocRef place, String user) {
        grant(new Target(place.doctype(), place.name(), user, false), Map.of());
    }

    /** Sets the rights of a share, which is made if need be; read is always among them. */
    Document grant(Target target, Map<Right, Boolean> rights) {
        Optional<String> name = find(target);
        Document share = name.map(found -> documents.get("DocShare", found)).orElseGet(() -> create(target));
        for (Right right : RIGHTS) {
            boolean granted = right == Right.READ || rights.getOrDefault(right, false);
            share.set(right.fieldname(), granted ? 1L : 0L);
        }
        return name.isPresent() ? documents.save(share) : documents.insert(share);
    }

    /** Gives or takes one right; the share, or null where none is left. */
    @Nullable
    Document set(Target target, Right right, boolean granted) {
        Optional<String> name = find(target);
        if (name.isEmpty()) {
            return granted ? grant(target, Map.of(right, true)) : null;
        }
        Document share = documents.get("DocShare", name.get());
        share.set(right.fieldname(), granted ? 1L : 0L);
        if (right == Right.READ && !granted) {
            RIGHTS.forEach(lost -> share.set(lost.fieldname(), 0L));
        }
        Document saved = documents.save(share);
        if (RIGHTS.stream().noneMatch(left -> saved.check(left.fieldname()))) {
            documents.delete("DocShare", saved.name(), new DeleteOptions(false, true, true));
            return null;
        }
        return saved;
    }

    private Document create(Target target) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("user", target.user());
        values.put("share_doctype", target.doctype());
        values.put("share_name", target.name());
        values.put("everyone", target.everyone() ? 1L : 0L);
        return documents.create("DocShare", values);
    }

    private Optional<String> find(Target target) {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("share_doctype", target.doctype());
        filters.put("share_name", target.name());
        if (target.everyone()) {
            filters.put("everyone", 1);
        } else {
            filters.put("user", target.user());
        }
        ListRequest request =
                ListRequest.all("DocShare", List.of("name"), filters).limited(1);
        return documents.list(request).stream().findFirst().map(row -> String.valueOf(row.get("name")));
    }

    /** What is shared with whom. */
    record Target(String doctype, String name, String user, boolean everyone) {}
}
