package io.onhand.acceptance.bench.load;

/**
 * An answer.
 *
 * @param status its status
 * @param body its body as text
 */
public record Reply(int status, String body) {
    private static final String CODE = "\"code\":\"";

    /**
     * Demands an answer with that status and those words in it.
     *
     * @throws WrongAnswer if it is another
     */
    public Reply expect(int wanted, String... words) throws WrongAnswer {
        if (status != wanted) {
            throw new WrongAnswer("status " + status + " " + code());
        }
        for (String word : words) {
            if (!body.contains(word)) {
                throw new WrongAnswer("status " + status + " without " + word);
            }
        }
        return this;
    }

    /** How often a word is in the body. */
    public int count(String word) {
        int count = 0;
        for (int at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    private String code() {
        int start = body.indexOf(CODE);
        int end = start < 0 ? -1 : body.indexOf('"', start + CODE.length());
        return end < 0 ? "" : body.substring(start + CODE.length(), end);
    }
}
