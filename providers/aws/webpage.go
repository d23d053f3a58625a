package aws

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// ErrWebPage is the error of a call to which a web page came back: from a proxy
// on the way that signs people in or blocks, never from AWS. Read as XML it
// would pass for an answer in which nothing is.
var ErrWebPage = errors.New("a web page came back in place of an answer: something on the way to AWS is in between")

// refuseWebPages looks at how each answer begins. The content type says less:
// doubles of AWS label all they send as pages.
func refuseWebPages(stack *middleware.Stack) error {
	return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("demarcWebPage",
		func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
			out, md, err := next.HandleDeserialize(ctx, in)
			resp, ok := out.RawResponse.(*smithyhttp.Response)
			if err != nil || !ok || resp.Body == nil {
				return out, md, err
			}
			body := bufio.NewReader(resp.Body)
			start, _ := body.Peek(256)
			resp.Body = struct {
				io.Reader
				io.Closer
			}{body, resp.Body}
			start = bytes.ToLower(bytes.TrimLeft(start, "\xef\xbb\xbf \t\r\n"))
			if bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html")) {
				return out, md, ErrWebPage
			}
			return out, md, nil
		}), middleware.After)
}
