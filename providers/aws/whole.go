package aws

import "context"

// Whole is call, but for answers that are broken: these become ErrBroken. It is
// for what the API reference promises of an answer and the SDK does not check:
// a list that is required, so that "none" is an empty list and not its absence,
// and the token of the next page where the answer says that there is one.
func Whole[In, Out, Opt any](
	call func(context.Context, *In, ...func(*Opt)) (*Out, error),
	broken func(*Out) bool,
) func(context.Context, *In, ...func(*Opt)) (*Out, error) {
	return func(ctx context.Context, in *In, opts ...func(*Opt)) (*Out, error) {
		out, err := call(ctx, in, opts...)
		if err == nil && broken(out) {
			return nil, ErrBroken
		}
		return out, err
	}
}
