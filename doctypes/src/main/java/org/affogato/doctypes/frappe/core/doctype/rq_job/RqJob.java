package org.affogato.doctypes.frappe.core.doctype.rq_job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.affogato.engine.spi.DocumentController.VirtualRows;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** Jobs in the background, to be read only: what the clock fired and reports that are prepared. */
public final class RqJob implements DocumentController, VirtualRows {
    @Override
    public String doctype() {
        return "RQ Job";
    }

    @Override
    public Optional<VirtualRows> virtualRows() {
        return Optional.of(this);
    }

    @Override
    public Optional<Map<String, @Nullable Object>> load(String name, Context context) {
        return new BackgroundJobs(context)
                .all().stream().filter(job -> name.equals(job.get("name"))).findFirst();
    }

    @Override
    public List<Map<String, @Nullable Object>> list(ListRequest request, Context context) {
        List<Map<String, @Nullable Object>> found = matching(request, context);
        String order = request.orderBy();
        boolean latestFirst = order == null || order.contains("desc");
        return (latestFirst ? found : found.reversed())
                .stream()
                        .skip(request.start())
                        .limit(request.limit() == 0 ? Long.MAX_VALUE : request.limit())
                        .toList();
    }

    private static List<Map<String, @Nullable Object>> matching(ListRequest request, Context context) {
        JobFilters filters = JobFilters.of(request.filters());
        return new BackgroundJobs(context).all().stream().filter(filters::match).toList();
    }

    @Override
    public long count(ListRequest request, Context context) {
        return matching(request, context).size();
    }

    @Override
    public void insert(Document document, Context context) {
        throw readOnly();
    }

    @Override
    public void update(Document document, Context context) {
        throw readOnly();
    }

    @Override
    public void delete(Document document, Context context) {
        throw readOnly();
    }

    private static ValidationError readOnly() {
        return new ValidationError("Jobs in the background are listed only");
    }
}
