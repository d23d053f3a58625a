package rds

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	awssdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"

	"demarc/checks"
	efschecks "demarc/checks/aws/efs"
	"demarc/providers/aws"
	"demarc/providers/inventory"
)

func TestZZMoto(t *testing.T) {
	cfg := awssdk.Config{Region: "us-east-1", BaseEndpoint: awssdk.String("http://127.0.0.1:5731"), Credentials: credentials.NewStaticCredentialsProvider("x", "x", "")}
	sess := aws.NewSession(cfg, "123456789012", "aws", aws.Tuning{MaxAttempts: 2})
	s := inventory.Scope{Level: inventory.AtRegion, Provider: "aws", Account: "123456789012", Region: "us-east-1", Session: sess}
	all := append(append([]*checks.Check{}, All...), efschecks.All...)
	var needs []inventory.Source
	for _, c := range all {
		needs = append(needs, c.Needs...)
	}
	inv := inventory.Collect(context.Background(), inventory.Target{Provider: "aws", Account: "123456789012", Scopes: []inventory.Scope{s}}, needs, inventory.Options{
		Now: time.Now(), Classify: aws.Classify, Log: func(src string, s inventory.Scope, err error) { fmt.Println("ERR", src, err) }})
	got := map[string]string{}
	for _, c := range all {
		checks.Evaluate(c, inv, nil, func(r checks.Result) { got[c.ID+" "+r.Resource.ID] = string(r.Verdict) + " " + r.Message })
	}
	var want [][3]string
	b, _ := os.ReadFile("/tmp/rdsmoto/expect.json")
	json.Unmarshal(b, &want)
	for _, w := range want {
		g := got[w[0]+" "+w[1]]
		if len(g) < len(w[2]) || g[:len(w[2])] != w[2] {
			fmt.Println("DIFF", w, "got", g)
		}
	}
	fmt.Println(len(want), "expected")
}
