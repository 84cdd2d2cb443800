package text

import (
	"errors"

	"smartbank/bank/fx"
)

// Why a file of rates cannot be used.

var ratesCauseEN = ratesCause(
	func(line, field, got, what string) string {
		if line != "" {
			line = "line " + line + ": "
		}
		if field != "" {
			field += ": "
		}
		return line + field + got + what
	},
	map[fx.Fault]string{
		fx.FaultSize: "it is larger than 8 MB", fx.FaultHeader: "this is not the first line of the ECB's file",
		fx.FaultColumns: "this has more or fewer columns than the first line", fx.FaultDate: "this is no date, or not before the one above",
		fx.FaultCurrency: "this is no currency, or is there twice", fx.FaultRate: "this is no rate", fx.FaultSyntax: "this is not Eximbank's answer",
	},
	map[int]string{
		2: "Eximbank answers that the kind of data was not asked for rightly", 3: "Eximbank answers that the key was not accepted",
		4: "Eximbank answers that the requests of the day are used up",
	},
	"there are no rates in won in it", "Eximbank answers without rates",
)

var ratesCauseKO = ratesCause(
	func(line, field, got, what string) string {
		if line != "" {
			line += "번째 줄: "
		}
		if field != "" {
			field += ": "
		}
		return line + field + got + what
	},
	map[fx.Fault]string{
		fx.FaultSize: "8 MB보다 큰 파일입니다", fx.FaultHeader: "유럽중앙은행 파일의 첫 줄이 아닙니다",
		fx.FaultColumns: "칸 수가 첫 줄과 다릅니다", fx.FaultDate: "날짜가 아니거나 윗줄보다 이르지 않습니다",
		fx.FaultCurrency: "통화가 아니거나 두 번 나옵니다", fx.FaultRate: "환율이 아닙니다", fx.FaultSyntax: "수출입은행의 응답이 아닙니다",
	},
	map[int]string{
		2: "수출입은행 응답: 데이터 코드 오류", 3: "수출입은행 응답: 인증키 오류", 4: "수출입은행 응답: 하루 요청 횟수 초과",
	},
	"원화 환율이 들어 있지 않습니다", "수출입은행 응답에 환율이 없습니다",
)

// ratesCause tells in a language what is wrong with a file of rates: where, what stands there, and what is wrong with it.
func ratesCause(at func(line, field, got, what string) string, faults map[fx.Fault]string, results map[int]string, empty, other string) func(error) string {
	return func(err error) string {
		if bad, ok := errors.AsType[*fx.FileError](err); ok {
			line, got := "", ""
			if bad.Line > 0 {
				line = itoa(bad.Line)
			}
			if bad.Got != "" {
				got = quoted(bad.Got) + ": "
			}
			return at(line, bad.Field, got, faults[bad.Fault])
		}
		if answer, ok := errors.AsType[*fx.ResultError](err); ok {
			if said, known := results[answer.Result]; known {
				return said
			}
			return other
		}
		if errors.Is(err, fx.ErrClosed) {
			return empty
		}
		return cause(err)
	}
}
