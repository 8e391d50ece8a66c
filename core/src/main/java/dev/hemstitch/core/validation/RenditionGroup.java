package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.RenditionType;
import java.util.List;

/**
 * The renditions of one TYPE and GROUP-ID.
 *
 * @param type their TYPE
 * @param id their GROUP-ID
 * @param members the EXT-X-MEDIA lines, in order, at least one
 */
record RenditionGroup(RenditionType type, String id, List<PlacedLine> members) {
    /** What no other group has: no line holds a line end. */
    static String key(RenditionType type, String id) {
        return type.value() + '\n' + id;
    }

    /** {@return what no other group has} */
    String key() {
        return key(type, id);
    }

    /** {@return its name in messages} */
    @Override
    public String toString() {
        return "the group " + Diagnostic.echo(id) + " of " + Diagnostic.echo(type.value());
    }
}
