package dev.hemstitch.core.uri;

import java.util.List;

/**
 * What came of reading the directives of a request.
 *
 * @param directives those that can be read
 * @param problems why the request is a bad one; an empty list if it is not
 */
public record DirectivesResult(DeliveryDirectives directives, List<DirectiveProblem> problems) {
    /**
     * A result; the list is copied.
     *
     * @param directives those that can be read
     * @param problems why the request is a bad one
     */
    public DirectivesResult {
        problems = List.copyOf(problems);
    }

    /** {@return whether a server answers with Bad Request, such as HTTP 400} */
    public boolean isBadRequest() {
        return !problems.isEmpty();
    }
}
