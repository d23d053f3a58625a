package aws

import (
	"context"
	"iter"
)

// Pages yields the pages of a paged operation. call is the method value of a
// client (the SDK's paginators take the client as an interface, which keeps
// all its operations in the binary); token returns the next page's token from
// an answer, nil or empty after the last; set puts it into the input.
func Pages[In, Out, Opt any](
	ctx context.Context,
	call func(context.Context, *In, ...func(*Opt)) (*Out, error),
	in *In,
	token func(*Out) *string,
	set func(*In, *string),
) iter.Seq2[*Out, error] {
	return func(yield func(*Out, error) bool) {
		seen := map[string]bool{}
		for {
			out, err := call(ctx, in)
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(out, nil) {
				return
			}
			next := token(out)
			if next == nil || *next == "" {
				return
			}
			if seen[*next] {
				yield(nil, ErrRepeatedToken)
				return
			}
			seen[*next] = true
			set(in, next)
		}
	}
}

// List yields what rows makes of each page: for Types whose pages hold the
// rows themselves.
func List[Out, T any](pages iter.Seq2[*Out, error], rows func(*Out) []*T) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for out, err := range pages {
			if err != nil {
				yield(nil, err)
				return
			}
			for _, r := range rows(out) {
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// One yields what a single call returns: for listings that have no pages.
func One[T any](rows []*T, err error) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}
