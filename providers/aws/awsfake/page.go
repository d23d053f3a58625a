package awsfake

import (
	"context"
	"reflect"
	"strconv"
)

// Page cuts the page out of all that begins at token, as Page itself made it
// for the page before, and returns the next page's token; nil after the last.
func Page[T any](all []T, token *string, size int) (page []T, next *string) {
	at := 0
	if token != nil {
		at, _ = strconv.Atoi(*token)
	}
	at = min(at, len(all))
	end := min(at+size, len(all))
	if end < len(all) {
		t := strconv.Itoa(end)
		next = &t
	}
	return all[at:end], next
}

// LaterPages narrows a fault to calls that ask for a page after the first.
func LaterPages(f Fault) Fault {
	return func(ctx context.Context, c Call) error {
		v := reflect.ValueOf(c.Input).Elem()
		for _, name := range []string{"NextToken", "Marker", "ContinuationToken", "PaginationToken", "NextMarker", "Position"} {
			if t := v.FieldByName(name); t.IsValid() && t.Kind() == reflect.Pointer && !t.IsNil() {
				return f(ctx, c)
			}
		}
		return nil
	}
}
