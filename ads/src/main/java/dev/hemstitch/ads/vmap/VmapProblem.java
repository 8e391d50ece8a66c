package dev.hemstitch.ads.vmap;

/**
 * Something in a VMAP response that is wrong or was not understood, with its place.
 *
 * @param error the error code that says it best
 * @param line the line, from 1
 * @param column the column in characters, from 1; of an element it is that behind its start tag
 * @param message what is wrong, in one line; echoes at most 80 characters of the response, without queries of URLs
 */
public record VmapProblem(VmapError error, int line, int column, String message) {
    @Override
    public String toString() {
        return line + ":" + column + ": error " + error.code() + " " + error + " " + message;
    }
}
